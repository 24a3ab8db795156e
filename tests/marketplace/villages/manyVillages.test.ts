import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forgetPlaces } from '#marketplace/listings/places.ts';
import { backends, type Marketplace, startMarketplace } from '#tests/marketplace/harness.ts';
import { read } from '#tests/marketplace/pages/read.ts';
import { sentListing } from '#tests/marketplace/samples.ts';

const MANY = 3200;

let market: Marketplace;
beforeAll(async () => {
  market = await startMarketplace({ backend: backends.at(-1) ?? 'embedded' });
  const village = await market.village('Desa Zaman');
  await market.call('PATCH', '/v1/me', { token: village.token, body: { district: 'Kec. Asal', regency: 'Awal' } });
  await sentListing(market, village);
  await copy('villages', sql`('b' || n)`, {
    slug: sql`'b' || n`,
    name: sql`'Desa B' || n`,
    district: sql`'Kec. ' || (n % 200)`,
    regency: sql`'Kab. ' || (n % 10)`,
  });
  await copy('listings', sql`('listing' || lpad(n::text, 9, '0'))`, {
    village_id: sql`'b' || n`,
    slug: sql`'gula-listing' || lpad(n::text, 9, '0')`,
  });
  forgetPlaces(market.deps);
});
afterAll(() => market.stop());

/** As many copies of the one row of a table, each with an id of its own. */
async function copy(table: string, id: ReturnType<typeof sql>, changed: Record<string, ReturnType<typeof sql>>) {
  const { rows } = await sql<{ column_name: string }>`
    select column_name from information_schema.columns
    where table_name = ${table} and table_schema = current_schema() and is_generated = 'NEVER'
      and column_name not in ('id', 'seq', 'short_code')`.execute(market.deps.db);
  const columns = rows.map(({ column_name }) => column_name);
  await sql`
    insert into ${sql.table(table)} (id, ${sql.join(columns.map((name) => sql.ref(name)))})
    select ${id}, ${sql.join(columns.map((name) => changed[name] ?? sql.ref(`row.${name}`)))}
    from (select * from ${sql.table(table)} limit 1) as row, generate_series(1, ${MANY}) as n`.execute(market.deps.db);
}

const page = async (path: string) => read(await (await market.call('GET', path)).text());
const links = (of: Document) => [...of.querySelectorAll('.picks a')].map((a) => a.getAttribute('href'));

describe('where thousands of villages sell', () => {
  it('a list narrowed to a place has the goods of every village there', async () => {
    // Its slug is the last of all.
    const found = await page('/cari?di=awal.asal');
    expect(found.querySelector('.notice-warn')).toBe(null);
    expect(found.querySelectorAll('.listing-name').length).toBe(1);
  });

  it('the nearest villages are asked for by kabupaten first, and no kecamatan is left out', async () => {
    const first = await page('/dekat');
    expect(links(first).length).toBe(11);
    const found = new Set<string | null>();
    for (const regency of links(first)) {
      const own = links(await page(regency ?? '')).filter((href) => href?.includes('kec='));
      for (const href of own) found.add(href);
    }
    expect(found.size).toBe(201);
    const [last = ''] = [...found].slice(-1);
    expect((await page(last ?? '')).querySelector('h1')?.textContent).toContain('Desa terdekat dari Kec.');
  });

  it('the list of villages goes on after a village that is there no more', async () => {
    const known = await page('/desa?sesudah=tidak-ada-lagi');
    expect(known.querySelectorAll('.entry').length).toBeGreaterThan(0);
  });
});
