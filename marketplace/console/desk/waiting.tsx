import { dateTimeWib, durationText } from '#contract/format.ts';
import { showElsewhere } from '#marketplace/inquiries/elsewhere.ts';
import { WAITING_SHOWN, type WaitingThread, waitingThreads } from '#marketplace/inquiries/waiting.ts';
import { nudgeStates, nudgeVillage, reachableVillages } from '#marketplace/notify/nudge.ts';
import { record } from '#marketplace/operators/audit.ts';
import { field } from '#marketplace/pages/thread/form.ts';
import { link } from '#marketplace/web/view.ts';
import { Action, type DeskRequest, deskForm, deskPage, done, renderDesk } from './desk.tsx';

const PATH = '/pengelola/menunggu-jawab';

/** Questions that nobody has answered for a day or longer. */
export const waiting = deskPage(async (r) => {
  const { deps, t } = r;
  const all = await waitingThreads(deps);
  const shown = all.slice(0, WAITING_SHOWN);
  const [reachable, states] = await Promise.all([
    reachableVillages(deps, [...new Set(shown.map(({ villageId }) => villageId))]),
    nudgeStates(
      deps,
      shown.map(({ id }) => id),
    ),
  ]);
  return renderDesk(
    r,
    { title: t('queue_unanswered'), current: '/pengelola' },
    <>
      <p>{t('waitingText')}</p>
      {all.length === 0 && <p class="notice">{t('waitingNone')}</p>}
      {all.length > WAITING_SHOWN && <p class="notice notice-warn">{t('moreThanShown')}</p>}
      <ul class="console-list">
        {shown.map((thread) => (
          <Row
            key={thread.id}
            r={r}
            thread={thread}
            canTell={reachable.has(thread.villageId)}
            nudge={states.get(thread.id) ?? null}
          />
        ))}
      </ul>
    </>,
  );
});

type NudgeState = Awaited<ReturnType<typeof nudgeStates>> extends Map<string, infer S> ? S : never;

function Row(props: { r: DeskRequest; thread: WaitingThread; canTell: boolean; nudge: NudgeState | null }) {
  const { r, thread, canTell, nudge } = props;
  const { t, view } = r;
  const { villageId, id, village, product, since, isOver, nudgedAt, elsewhereAt } = thread;
  const fields = { desa: villageId, tanya: id };
  return (
    <li class="card console-row">
      <span>
        <b>{product.name}</b>, <a href={link(view, `/pengelola/desa/${village.slug}`)}>{village.name}</a>
        <br />
        <small>{t(isOver ? 'waitingOver' : 'waitingSince', dateTimeWib(since, view.locale), ago(r, since))}</small>
        {nudgedAt !== null && (
          <small class="desk-line">
            {t('nudgedAt', dateTimeWib(nudgedAt, view.locale))} {nudge !== null && t(`nudge_${nudge}`)}
          </small>
        )}
        {!canTell && !isOver && <small class="desk-line">{t('cannotTell')}</small>}
        {elsewhereAt !== null && (
          <small class="desk-line">{t('elsewhereSince', dateTimeWib(elsewhereAt, view.locale))}</small>
        )}
      </span>
      {r.mayAct && (
        <span class="console-buttons">
          {canTell && !isOver && <Action r={r} to={`${PATH}/ingatkan`} label={t('nudge')} fields={fields} />}
          {elsewhereAt === null && <Action r={r} to={`${PATH}/tunjukkan`} label={t('elsewhere')} fields={fields} />}
        </span>
      )}
    </li>
  );
}

const ago = ({ view }: DeskRequest, since: Date): string =>
  durationText(view.now.getTime() - since.getTime(), view.locale);

const keyIn = (form: URLSearchParams) => ({ villageId: field(form, 'desa'), id: field(form, 'tanya') });

async function villageName(r: DeskRequest, id: string): Promise<string> {
  const row = await r.deps.db.selectFrom('villages').select('name').where('id', '=', id).executeTakeFirst();
  return row?.name ?? '';
}

/** Has the village reminded. */
export const nudged = deskForm(async (r, form) => {
  const key = keyIn(form);
  const outcome = await nudgeVillage(r.deps, key);
  if (outcome !== 'owed') return done(r, `nudged_${outcome}`, PATH);
  const subject = await villageName(r, key.villageId);
  await record(r.deps, r.operator, { action: 'village_reminded', subject, detail: { thread: key.id } });
  return done(r, 'nudged', PATH);
});

/** Has the buyer's own page show other villages. */
export const elsewhereShown = deskForm(async (r, form) => {
  const key = keyIn(form);
  const outcome = await showElsewhere(r.deps, key);
  if (outcome === 'shown') {
    const subject = await villageName(r, key.villageId);
    await record(r.deps, r.operator, { action: 'buyer_offered', subject, detail: { thread: key.id } });
  }
  const isShown = outcome === 'shown' || outcome === 'already';
  return done(r, isShown ? 'elsewhere_shown' : `elsewhere_${outcome}`, PATH);
});
