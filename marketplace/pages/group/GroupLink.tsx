import type { CountedGroup } from '#marketplace/groups/counted.ts';
import { titleOf } from '#marketplace/groups/name.ts';
import { placeName } from '#marketplace/pages/find/texts.ts';
import { link, type View } from '#marketplace/web/view.ts';
import { FIND, GROUP } from '#marketplace/words/index.ts';

/** "12 desa menjual gula semut": a line that leads to the product of many villages. Nothing where there is no group. */
export function GroupLink({ view, group }: { view: View; group: CountedGroup | null | undefined }) {
  if (!group) return null;
  const t = GROUP[view.locale];
  const { place } = group;
  return (
    <a class="notice group-line" href={link(view, `/produk/${group.slug}`, { di: place?.key ?? null })}>
      <b>
        {place
          ? FIND[view.locale]('groupIn', group.villages, placeName(view, place), group.label)
          : t('lineProduct', group.villages, group.label)}
      </b>{' '}
      <u>{t('lineProductLink')}</u>
    </a>
  );
}

/** The products that most villages sell, for the start page. */
export function GroupLinks({ view, groups }: { view: View; groups: CountedGroup[] }) {
  if (groups.length === 0) return null;
  const t = GROUP[view.locale];
  return (
    <section class="block">
      <h2>{t('homeTitle')}</h2>
      <ul class="villages">
        {groups.map((group) => (
          <li key={group.slug}>
            <a class="card" href={link(view, `/produk/${group.slug}`)}>
              <b>{titleOf(group)}</b>
              <span>{t('villages', group.villages)}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
