import { CATEGORY_LABELS } from '#contract';
import { VILLAGE_SORTS } from '#marketplace/listings/ofVillage.ts';
import { ToStart } from '#marketplace/pages/find/Lines.tsx';
import { link, type View } from '#marketplace/web/view.ts';
import { PLACE } from '#marketplace/words/index.ts';
import { CardGrid } from './CardGrid.tsx';
import type { VillageData } from './Village.tsx';

interface Props {
  view: View;
  data: VillageData;
  path: string;
}

/** Fewer products need no order to choose from. */
const SORTED_FROM = 4;

/** What the village offers: its flagship first, by kind and in the order that was asked for. */
export function VillageGoods({ view, data, path }: Props) {
  const { t } = view;
  const { listings, continued, kind, sort, next } = data;
  if (listings.length === 0) return <NoGoods {...{ view, data, path }} />;
  const isPlain = kind === null && sort === 'unggulan' && !continued;
  const flagships = isPlain ? listings.filter((it) => it.flagship) : [];
  const others = isPlain ? listings.filter((it) => !it.flagship) : listings;
  return (
    <>
      {flagships.length > 0 && (
        <section class="block">
          <h2>{t('villageFlagships')}</h2>
          <CardGrid view={view} listings={flagships} ownVillage />
        </section>
      )}
      <section class="block">
        <h2>{t(flagships.length > 0 && others.length > 0 ? 'villageOthers' : 'villageAll')}</h2>
        <Choices {...{ view, data, path }} />
        {continued && <ToStart view={view} href={link(view, path, choiceOf(data))} />}
        {others.length > 0 && <CardGrid view={view} listings={others} ownVillage />}
        {next && (
          <a class="btn btn-wide" href={link(view, path, { ...choiceOf(data), sesudah: next })} rel="next">
            {t('more')}
          </a>
        )}
      </section>
    </>
  );
}

/** The parts of the address for a kind and an order; the usual ones are not said. */
function choiceOf({ kind, sort }: Pick<VillageData, 'kind' | 'sort'>): Record<string, string | null> {
  return { jenis: kind, urut: sort === VILLAGE_SORTS[0] ? null : sort };
}

/** Links to the kinds that the village has, and to the other orders. */
function Choices({ view, data, path }: Props) {
  const words = PLACE[view.locale];
  const { kinds, kind, sort, listings, next, continued } = data;
  const isSorted = listings.length >= SORTED_FROM || next !== null || continued || sort !== VILLAGE_SORTS[0];
  const to = (change: Partial<Pick<VillageData, 'kind' | 'sort'>>) =>
    link(view, path, choiceOf({ kind, sort, ...change }));
  return (
    <>
      {(kinds.length > 1 || kind !== null) && (
        <nav aria-label={words('kinds')}>
          <ul class="picks">
            {[null, ...kinds].map((one) => (
              <li key={one}>
                <a href={to({ kind: one })} {...(one === kind && { 'aria-current': 'true' as const })}>
                  {one === null ? words('allKinds') : CATEGORY_LABELS[view.locale][one]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {isSorted && (
        <nav aria-label={words('sort')}>
          <ul class="picks">
            {VILLAGE_SORTS.map((one) => (
              <li key={one}>
                <a href={to({ sort: one })} {...(one === sort && { 'aria-current': 'true' as const })}>
                  {words(`sort_${one}`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </>
  );
}

function NoGoods({ view, data: { continued, kind }, path }: Props) {
  const words = PLACE[view.locale];
  const said = continued ? view.t('endOfList') : kind === null ? view.t('villageEmpty') : words('kindEmpty');
  return (
    <>
      <p class="notice">{said}</p>
      {(continued || kind !== null) && (
        <a class="lone-link" href={link(view, path)}>
          {words('seeAllGoods')}
        </a>
      )}
    </>
  );
}
