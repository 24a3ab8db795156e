import pg from 'pg';
import * as z from 'zod/mini';
import { BUYERS } from './crowd.ts';
import type { Bench } from './measure.ts';
import { requestRate } from './requestRate.ts';
import { LISTINGS, withListings } from './seeded.ts';
import { startServerProcess } from './serverProcess.ts';

const PRODUCTS = 18;
const Slugs = z.array(z.object({ slug: z.string() }));

/** Product pages of a marketplace with many listings, on PostgreSQL, asked by several buyers at once. */
export const productRate: Bench = async (say) => {
  const { url } = await withListings(say);
  const server = await startServerProcess(url);
  try {
    const paths = (await someSlugs(url)).map((slug) => `/p/${slug}`);
    const what = `product page, ${LISTINGS} listings, ${BUYERS} buyers`;
    return await requestRate(url, server, { what, paths }, say);
  } finally {
    await server.stop();
  }
};

/** Spread over the villages, the same in every run. */
async function someSlugs(databaseUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const first = 'select min(name || slug) as key from listings where listed group by village_id order by 1 limit $1';
  const { rows } = await client.query(`select slug from listings where name || slug in (${first})`, [PRODUCTS]);
  await client.end();
  return z.parse(Slugs, rows).map(({ slug }) => slug);
}
