import { dateTimeWib } from '#contract/format.ts';
import { askForLook, LINKS_SHOWN, type LinkTrouble, linkTroubles } from '#marketplace/linkcheck/trouble.ts';
import { record } from '#marketplace/operators/audit.ts';
import { field } from '#marketplace/pages/thread/form.ts';
import { link } from '#marketplace/web/view.ts';
import { Action, type DeskRequest, deskForm, deskPage, done, renderDesk, SiteLink } from './desk.tsx';

const PATH = '/pengelola/tautan';

/** Links back that were not seen, with the true reason: what is not there apart from what could not be looked at. */
export const links = deskPage(async (r) => {
  const { t } = r;
  const all = await linkTroubles(r.deps);
  const shown = all.slice(0, LINKS_SHOWN);
  const absent = shown.filter(({ meaning }) => meaning === 'absent');
  const unseen = shown.filter(({ meaning }) => meaning !== 'absent');
  return renderDesk(
    r,
    { title: t('queue_links'), current: '/pengelola' },
    <>
      {all.length === 0 && <p class="notice">{t('linksNone')}</p>}
      {all.length > LINKS_SHOWN && <p class="notice notice-warn">{t('moreThanShown')}</p>}
      {absent.length > 0 && <Links r={r} title={t('linksAbsent')} text={t('linksAbsentText')} of={absent} />}
      {unseen.length > 0 && <Links r={r} title={t('linksUnseen')} text={t('linksUnseenText')} of={unseen} />}
    </>,
  );
});

function Links({ r, title, text, of }: { r: DeskRequest; title: string; text: string; of: LinkTrouble[] }) {
  const { t, view } = r;
  return (
    <section class="stack">
      <h2>{title}</h2>
      <p>{text}</p>
      <ul class="console-list">
        {of.map(({ listing, village, url, reason, isBroken, checkedAt }) => (
          <li class="card console-row" key={listing.id}>
            <span>
              <b>{listing.name}</b>, <a href={link(view, `/pengelola/desa/${village.slug}`)}>{village.name}</a>
              <br />
              {t(`link_${reason}`)}
              <small class="desk-line">
                <SiteLink address={url} />
              </small>
              <small class="desk-line">
                {checkedAt === null ? t('linkNever') : t('linkLast', dateTimeWib(checkedAt, view.locale))}{' '}
                {!isBroken && t('linkStill')}
              </small>
            </span>
            <Action r={r} to={`${PATH}/periksa`} label={t('linkLook')} fields={{ produk: listing.id }} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Asks for a look; it is made by the worker, and what it saw stands on the page once it has. */
export const lookAsked = deskForm(async (r, form) => {
  const id = field(form, 'produk');
  const isAsked = await askForLook(r.deps, id);
  if (isAsked) await record(r.deps, r.operator, { action: 'link_looked_at', subject: `/p/${id}` });
  return done(r, isAsked ? 'link_asked' : 'link_none', PATH);
});
