import { dateTimeWib, rupiah } from '#contract/format.ts';
import { maskPhone } from '#marketplace/inquiries/phone.ts';
import {
  markLooked,
  type ReadThread,
  readWatched,
  WATCHED_SHOWN,
  type WatchedThread,
  watchedThreads,
} from '#marketplace/inquiries/watched.ts';
import { record } from '#marketplace/operators/audit.ts';
import { field } from '#marketplace/pages/thread/form.ts';
import { ProblemError } from '#marketplace/problem.ts';
import { link } from '#marketplace/web/view.ts';
import { Action, type DeskRequest, deskForm, deskPage, done, renderDesk } from './desk.tsx';

const PATH = '/pengelola/ditahan';

/** Conversations that are held or were reported; none of their words. */
export const held = deskPage(async (r) => {
  const all = await watchedThreads(r.deps);
  const { t } = r;
  return renderDesk(
    r,
    { title: t('queue_held'), current: '/pengelola' },
    <>
      <p>{t('heldText')}</p>
      {all.length === 0 && <p class="notice">{t('heldNone')}</p>}
      {all.length > WATCHED_SHOWN && <p class="notice notice-warn">{t('moreThanShown')}</p>}
      <ul class="console-list">
        {all.slice(0, WATCHED_SHOWN).map((thread) => (
          <Row key={thread.id} r={r} thread={thread} />
        ))}
      </ul>
    </>,
  );
});

function Row({ r, thread }: { r: DeskRequest; thread: WatchedThread }) {
  const { t, view } = r;
  const { villageId, id, village, product, reasons, seq, updatedAt } = thread;
  return (
    <li class="card console-row">
      <span>
        <b>{product.name}</b>, <a href={link(view, `/pengelola/desa/${village.slug}`)}>{village.name}</a>
        <br />
        <small>
          {reasons.map((reason) => t(`watch_${reason}`)).join('; ')} · {dateTimeWib(updatedAt, view.locale)}
        </small>
      </span>
      {r.mayAct && (
        <span class="console-buttons">
          <a class="btn" href={link(view, `${PATH}/${villageId}/${id}`)}>
            {t('read')}
          </a>
          <Action
            r={r}
            to={`${PATH}/selesai`}
            label={t('looked')}
            fields={{ desa: villageId, tanya: id, sampai: String(seq) }}
          />
        </span>
      )}
    </li>
  );
}

/** Reads one of them. It asks for a proof, and stands in the log before anything is shown. */
export const readHeld = deskPage(
  async (r) => {
    const { deps, t } = r;
    const thread = await readWatched(deps, { villageId: r.param('desa'), id: r.param('tanya') });
    if (thread === null) throw new ProblemError('not_found');
    await record(deps, r.operator, {
      action: 'thread_read',
      subject: thread.village.name,
      detail: { thread: thread.id },
    });
    return renderDesk(
      r,
      { title: t('readTitle', thread.village.name), current: '/pengelola' },
      <ThreadBody r={r} thread={thread} />,
    );
  },
  { role: 'operator', fresh: true },
);

function ThreadBody({ r, thread }: { r: DeskRequest; thread: ReadThread }) {
  const { t, view } = r;
  const { buyer, events, product, villageId, id, seq } = thread;
  return (
    <>
      <p class="hint">{t('readText')}</p>
      <p>
        {product.name} · {t('buyer')}: {buyer.name ?? t('buyerNoName')}
        {buyer.phone !== null && ` (${maskPhone(buyer.phone)})`}
      </p>
      <ol class="console-list">
        {events.map((event) => (
          <li class="card pad" key={event.seq}>
            <small>
              {t(`by_${event.by}`)} · {t(`event_${event.kind}`)} · {dateTimeWib(new Date(event.at), view.locale)}
            </small>
            {event.terms !== null && (
              <p>
                {event.terms.quantity} × {rupiah(event.terms.price, view.locale)}
              </p>
            )}
            {event.text !== null && event.text !== '' && <p class="desk-words">{event.text}</p>}
          </li>
        ))}
      </ol>
      <div class="console-buttons">
        <Action
          r={r}
          to={`${PATH}/selesai`}
          label={t('looked')}
          look="btn btn-primary"
          fields={{ desa: villageId, tanya: id, sampai: String(seq) }}
        />
        <a class="btn" href={link(view, PATH)}>
          {t('back')}
        </a>
      </div>
    </>
  );
}

/** Takes a conversation from the queue, up to the event that the operator saw. */
export const heldLooked = deskForm(async (r, form) => {
  const [villageId, id] = [field(form, 'desa'), field(form, 'tanya')];
  const seq = /^\d{1,6}$/.test(field(form, 'sampai')) ? Number(field(form, 'sampai')) : 0;
  const { isNew, hasNewer } = await markLooked(r.deps, { villageId, id }, seq);
  if (isNew) await record(r.deps, r.operator, { action: 'thread_looked_at', detail: { thread: id } });
  return done(r, hasNewer ? 'looked_newer' : 'looked', PATH);
});
