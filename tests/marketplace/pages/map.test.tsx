import fc from 'fast-check';
import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { clustersOf } from '#marketplace/pages/map/clusters.ts';
import { labelsOf } from '#marketplace/pages/map/labels.ts';
import { projectionOf, scaleBar, WIDTH } from '#marketplace/pages/map/project.ts';
import { VillageMap } from '#marketplace/pages/map/VillageMap.tsx';
import { viewOf } from './fixtures.ts';
import { read } from './read.ts';

/** As exact as the contract takes it. */
const degrees = (min: number, max: number) => fc.integer({ min: min * 1e5, max: max * 1e5 }).map((n) => n / 1e5);
const place = fc.record({ lat: degrees(-11, 6), lng: degrees(95, 141) });
const places = fc.array(place, { minLength: 3, maxLength: 400 });

describe('the map of villages', () => {
  it('holds every dot, north above and west left, whatever is on it', () => {
    fc.assert(
      fc.property(places, (all) => {
        const { at, height } = projectionOf(all);
        for (const one of all) {
          const { x, y } = at(one);
          expect(x >= 0 && x <= WIDTH && y >= 0 && y <= height).toBe(true);
        }
        const [one, other] = all;
        if (one && other && one.lat > other.lat) expect(at(one).y).toBeLessThan(at(other).y);
        if (one && other && one.lng < other.lng) expect(at(one).x).toBeLessThan(at(other).x);
      }),
    );
  });

  it('has a scale that is right: a degree of latitude is as long as it says', () => {
    fc.assert(
      fc.property(places, (all) => {
        const { at, kmPerUnit } = projectionOf(all);
        const [{ lat, lng } = { lat: 0, lng: 0 }] = all;
        const long = at({ lat, lng }).y - at({ lat: lat + 0.1, lng }).y;
        expect(long * kmPerUnit).toBeCloseTo(11.1195, 3);
        const { km, length } = scaleBar({ kmPerUnit });
        expect(length).toBeLessThanOrEqual(WIDTH / 3 + 0.001);
        expect(length).toBeGreaterThan(WIDTH / 10);
        expect(String(km)).toMatch(/^(?:0\.)?0*[125]0*$/);
      }),
    );
  });

  it('joins what falls together and loses no village; the picture stays small', () => {
    fc.assert(
      fc.property(places, (all) => {
        const dots = all.map(projectionOf(all).at);
        const clusters = clustersOf(dots);
        expect(clusters.reduce((sum, { count }) => sum + count, 0)).toBe(all.length);
        expect(clusters.length).toBeLessThanOrEqual(70);
      }),
      { numRuns: 30 },
    );
  });

  it('writes no name over another, over a dot or out of the picture', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(place, fc.string({ minLength: 1, maxLength: 80 })), { minLength: 3 }), (named) => {
        const { at, height } = projectionOf(named.map(([one]) => one));
        const clusters = clustersOf(named.map(([one]) => at(one)));
        const labels = labelsOf(
          named.map(([one, name]) => ({ name, dots: [at(one)] })),
          clusters,
          height,
        );
        for (const { x, y, text } of labels) {
          expect(text.length).toBeLessThanOrEqual(22);
          expect(x >= 0 && x <= WIDTH && y >= 0 && y <= height).toBe(true);
          for (const dot of clusters) expect(Math.hypot(dot.x - x, dot.y - y)).toBeGreaterThan(dot.radius);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('says what it is, names kecamatan, and is none under three known villages', () => {
    const villages = [
      { lat: -7.3, lng: 109.36, district: 'Kec. Bobotsari', districtKey: 'bobotsari' },
      { lat: -7.3001, lng: 109.3601, district: 'Bobotsari', districtKey: 'bobotsari' },
      { lat: -7.2, lng: 109.3, district: '<b>Karangreja</b>', districtKey: 'karangreja' },
    ];
    const draw = (shown: typeof villages) => read(render(<VillageMap view={viewOf()} villages={shown} />));
    const svg = draw(villages).querySelector('svg');
    expect(svg?.querySelector('title')?.textContent).toBe('Peta letak 3 desa');
    const texts = [...(svg?.querySelectorAll('text') ?? [])].map((text) => text.textContent);
    expect(texts).toEqual(['2', 'Bobotsari', '<b>Karangreja</b>', '2 km']);
    expect(draw(villages.slice(1)).querySelector('svg')).toBe(null);
  });
});
