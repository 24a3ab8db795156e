import { number } from '#contract/format.ts';
import type { PlacedVillage } from '#marketplace/villages/districts.ts';
import type { View } from '#marketplace/web/view.ts';
import { PLACE } from '#marketplace/words/index.ts';
import { clustersOf } from './clusters.ts';
import { labelsOf } from './labels.ts';
import { projectionOf, scaleBar, WIDTH } from './project.ts';

/** Fewer dots tell nothing of where villages lie. */
const LEAST = 3;

/**
 * A small map of where villages sell: dots with the names of their kecamatan and a scale, drawn here and asked of no
 * map service. Each dot's village is in the list below. Nothing with fewer than three known places.
 */
export function VillageMap({ view, villages }: { view: View; villages: readonly PlacedVillage[] }) {
  if (villages.length < LEAST) return null;
  const t = PLACE[view.locale];
  const projection = projectionOf(villages);
  const { height } = projection;
  const clusters = clustersOf(villages.map(projection.at));
  const labels = labelsOf(namedDots(villages, projection.at), clusters, height);
  const { km, length } = scaleBar(projection);
  return (
    <figure class="map">
      <svg viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-labelledby="peta-judul peta-isi">
        <title id="peta-judul">{t('mapTitle', villages.length)}</title>
        <desc id="peta-isi">{t('mapText')}</desc>
        {clusters.map(({ x, y, radius, count }) => (
          <>
            <circle cx={round(x)} cy={round(y)} r={round(radius)} />
            {count > 1 && (
              <text class="map-count" x={round(x)} y={round(y)}>
                {count}
              </text>
            )}
          </>
        ))}
        {labels.map(({ text, x, y, anchor }) => (
          <text x={round(x)} y={round(y)} text-anchor={anchor}>
            {text}
          </text>
        ))}
        <path d={`M12 ${height - 16}v6h${round(length)}v-6`} />
        <text x={round(length + 18)} y={height - 12}>
          {`${number(km, view.locale)} km`}
        </text>
      </svg>
      <figcaption class="soft">{t('mapText')}</figcaption>
    </figure>
  );
}

const round = (units: number): number => Math.round(units * 10) / 10;

type Placed = { name: string; dots: { x: number; y: number }[] };

function namedDots(
  villages: readonly PlacedVillage[],
  at: (place: PlacedVillage) => { x: number; y: number },
): Placed[] {
  const byDistrict = new Map<string, Placed>();
  for (const village of villages) {
    if (village.district === null) continue;
    const one = byDistrict.get(village.districtKey) ?? { name: withoutKind(village.district), dots: [] };
    one.dots.push(at(village));
    byDistrict.set(village.districtKey, one);
  }
  return [...byDistrict.values()];
}

const withoutKind = (district: string): string => district.replace(/^(?:kecamatan|kec\.?)\s+/i, '');
