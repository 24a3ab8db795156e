import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { directory } from '#marketplace/villages/directory.ts';
import { districtChoices, districtOf, placedVillages } from '#marketplace/villages/districts.ts';
import { nearestVillages, readAfter } from '#marketplace/villages/near.ts';
import { backends, type Marketplace, startMarketplace } from '#tests/marketplace/harness.ts';
import { sentListing } from '#tests/marketplace/samples.ts';

/** Monas and what lies how far from it (m), by an independent table of great-circle distances. */
const MONAS = { lat: -6.17539, lng: 106.82715 };
const CITIES = {
  bandung: { lat: -6.92147, lng: 107.60762, metres: 119_500 },
  surabaya: { lat: -7.25745, lng: 112.75207, metres: 664_700 },
  semarang: { lat: -6.99319, lng: 110.42083, metres: 406_700 },
  jayapura: { lat: -2.53371, lng: 140.71813, metres: 3_781_000 },
};

function haversine(one: { lat: number; lng: number }, other: { lat: number; lng: number }): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const half = (a: number, b: number) => Math.sin(radians(a - b) / 2) ** 2;
  const part =
    half(one.lat, other.lat) + Math.cos(radians(one.lat)) * Math.cos(radians(other.lat)) * half(one.lng, other.lng);
  return 2 * 6_371_008.8 * Math.asin(Math.sqrt(Math.min(1, part)));
}

describe.each(backends)('villages by place on %s', (backend) => {
  let market: Marketplace;
  beforeAll(async () => {
    market = await startMarketplace({ backend });
    const add = async (name: string, patch: object, { sells = true } = {}) => {
      const village = await market.village(name);
      await market.call('PATCH', '/v1/me', { token: village.token, body: patch });
      if (!sells) return;
      await sentListing(market, village, { name: `Gula ${name}` });
      await sentListing(market, village, { name: `Unggulan ${name}`, flagship: true });
    };
    for (const [name, { lat, lng }] of Object.entries(CITIES)) {
      await add(`Desa ${name}`, { district: name, regency: 'Jawa', place: { lat, lng } });
    }
    await add(
      'Desa Sepi',
      { district: 'bandung', regency: 'Jawa', place: { lat: -6.9, lng: 107.6 } },
      { sells: false },
    );
    await add('Desa Ancol', { district: 'Kec. Bandung', regency: 'Kabupaten Jawa' });
    await add('Desa Entah', {});
  });
  afterAll(() => market.stop());
  const slugs = (villages: { slug: string }[]) => villages.map(({ slug }) => slug);

  it('tells known distances, the nearest first, without empty villages and those without a place', async () => {
    const { villages, next } = await nearestVillages(market.deps, MONAS, { after: null, limit: 10 });
    expect([slugs(villages), next]).toEqual([['bandung', 'semarang', 'surabaya', 'jayapura'], null]);
    for (const { slug, metres, flagship } of villages) {
      const known = CITIES[slug as keyof typeof CITIES];
      expect(Math.abs((metres ?? 0) - known.metres) / known.metres, `${slug} ${metres}`).toBeLessThan(0.01);
      expect(flagship?.name).toBe(`Unggulan Desa ${slug}`);
    }
  });

  it('agrees with the formula anywhere, also at the poles and across the date line', async () => {
    const point = fc.record({
      lat: fc.integer({ min: -9000, max: 9000 }).map((n) => n / 100),
      lng: fc.integer({ min: -18_000, max: 18_000 }).map((n) => n / 100),
    });
    await fc.assert(
      fc.asyncProperty(point, async (from) => {
        const { villages } = await nearestVillages(market.deps, from, { after: null, limit: 10 });
        for (const { slug, metres } of villages) {
          expect(Math.abs((metres ?? 0) - haversine(from, CITIES[slug as keyof typeof CITIES]))).toBeLessThan(2);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('goes on where a page ended, and begins anew after a cursor that is none', async () => {
    const found: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page = await nearestVillages(market.deps, MONAS, { after: readAfter(next), limit: 1 });
      found.push(...slugs(page.villages));
      next = page.next;
    }
    expect(found).toEqual(['bandung', 'semarang', 'surabaya', 'jayapura']);
    for (const broken of ['', 'x', '1', '-1.x', '999999999.x', "1.x'", '1.\0']) expect(readAfter(broken)).toBe(null);
  });

  it('lists kecamatan once however they are written, each with the middle of its places', async () => {
    const { districts: all, regencies } = await districtChoices(market.deps, null);
    expect(regencies).toEqual([]);
    expect(all.map(({ districtKey }) => districtKey)).toEqual(['bandung', 'jayapura', 'semarang', 'surabaya']);
    const { lat, lng } = CITIES.bandung;
    expect(all[0]).toMatchObject({ regencyKey: 'jawa', centre: { lat, lng } });
    expect(await districtOf(market.deps, { regencyKey: 'jawa', districtKey: 'bandung' })).toEqual(all[0]);
    expect(await districtOf(market.deps, { regencyKey: 'x', districtKey: 'bandung' })).toBe(null);
    expect((await placedVillages(market.deps)).length).toBe(4);
  });

  it('lists every village that sells, by kecamatan, those without a place last, page by page', async () => {
    const found: string[] = [];
    for (let after = ''; ; ) {
      const page = await directory(market.deps, { afterSlug: after, limit: 2 });
      found.push(...slugs(page));
      if (page.length < 2) break;
      after = page.at(-1)?.slug ?? '';
    }
    expect(found).toEqual(['bandung', 'jayapura', 'semarang', 'surabaya', 'entah', 'ancol']);
    const unplacedIn = { regencyKey: 'jawa', districtKey: 'bandung' };
    expect(slugs(await directory(market.deps, { limit: 9, unplacedIn }))).toEqual(['ancol']);
    expect((await directory(market.deps, { afterSlug: "x'--", limit: 9 })).length).toBe(6);
  });
});
