import { rupiah } from '#contract/format.ts';
import { SHARED } from '#contract/i18n/shared.ts';
import { titleOf } from '#marketplace/groups/name.ts';
import type { Group } from '#marketplace/groups/read.ts';
import { BULK_MAX } from '#marketplace/inquiries/bulk/store.ts';
import { renderPage } from '#marketplace/web/document.tsx';
import { link, type View } from '#marketplace/web/view.ts';
import { GROUP } from '#marketplace/words/index.ts';
import { AskMany } from './AskMany.tsx';
import { groupData } from './groupData.ts';
import type { GroupPageData } from './model.ts';
import { Offers } from './Offers.tsx';

/** One product of many villages: what it costs, who has it, and one question to several of them. */
export function renderGroup(view: View, data: GroupPageData): string {
  const { group, after, part } = data;
  const t = GROUP[view.locale];
  const path = `/produk/${group.slug}`;
  const title = headingOf(view, group);
  const [photo] = group.offers[0]?.listing.photos ?? [];
  const meta = {
    title,
    description: t('description', titleOf(group), group.offers.length),
    canonical: after === null && part === null ? { path } : null,
    query: group.label,
    jsonLd: part === null ? groupData(view, group) : [],
    sheets: ['group'] as const,
    ...(photo && { image: { ...photo, url: `${view.baseUrl}/photos/${photo.hash}/1280.jpg` } }),
  };
  return renderPage(view, meta, <GroupPage view={view} data={data} title={title} />);
}

const headingOf = ({ locale }: View, group: Group): string =>
  GROUP[locale](group.hasMore ? 'headingMany' : 'heading', titleOf(group), group.offers.length);

function GroupPage({ view, data, title }: { view: View; data: GroupPageData; title: string }) {
  const t = GROUP[view.locale];
  const { group, next, after } = data;
  const path = `/produk/${group.slug}`;
  const action = `${link(view, `${path}/tanya`, { sesudah: after })}#tanya`;
  return (
    <section class="block group">
      <h1>{title}</h1>
      <Prices view={view} group={group} />
      {/* The fragment survives the post: a page that comes back with messages opens at the form. */}
      <form method="post" action={action} class="group-form">
        <p class="soft">{t('lead', BULK_MAX)}</p>
        <Offers view={view} offers={data.shown} prices={group.prices} places={data.places} chosen={data.form.chosen} />
        {group.prices !== null && data.shown.some(({ compared }) => compared === null) && (
          <p class="hint">{t('someNotCompared')}</p>
        )}
        {next && (
          <a class="btn btn-wide" href={link(view, path, { sesudah: next })} rel="next">
            {view.t('more')}
          </a>
        )}
        {group.hasMore && next === null && (
          <p class="soft">
            {t('onlyRead', group.read)} <a href={link(view, '/cari', { q: group.label })}>{t('onlyReadLink')}</a>
          </p>
        )}
        <p class="group-bar">
          <span class="picked">{t('picked')}</span>
          <a class="btn btn-primary" href="#tanya">
            {t('write')}
          </a>
        </p>
        <AskMany view={view} data={data} />
      </form>
    </section>
  );
}

function Prices({ view, group }: { view: View; group: Group }) {
  const t = GROUP[view.locale];
  const { prices, offers } = group;
  if (prices === null) return offers.length > 1 ? <p class="notice">{t('notCompared')}</p> : null;
  const per = SHARED[view.locale](`per_${prices.per}`);
  const money = (amount: number) => rupiah(Math.round(amount), view.locale);
  return (
    <p class="group-prices">
      <b>{t('lowest', money(prices.lowest), per)}</b>
      <span>{t('middle', money(prices.median), per, prices.villages)}</span>
    </p>
  );
}
