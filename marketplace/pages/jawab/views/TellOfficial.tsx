import type { Telling } from '#marketplace/notify/telling.ts';
import type { ListRefused } from '#marketplace/pages/jawab/list.tsx';
import { PushButton } from '#marketplace/pages/kabar/PushButton.tsx';
import { MailField } from '#marketplace/pages/thread/views/fields.tsx';
import { link, type View } from '#marketplace/web/view.ts';
import { type JawabWords, jawabIssue, NOTIFY } from '#marketplace/words/index.ts';

interface Props {
  view: View;
  j: JawabWords;
  telling: Telling;
  refused: ListRefused | null;
}

/** How this official is told of new questions. Nothing of it stands here where the operator has set up no way to tell. */
export function TellOfficial(props: Props) {
  const { view, j, telling, refused } = props;
  if (!telling.hasMail && telling.pushKey === null) return null;
  return (
    <details class="card pad more" id="kabari" open={refused !== null || telling.mail?.confirmed === false}>
      <summary>{j('tell')}</summary>
      {telling.hasMail && <Mail {...props} />}
      {telling.pushKey !== null && (
        <PushButton
          locale={view.locale}
          pushKey={telling.pushKey}
          worker="/jawab/kabar.js"
          scope="/jawab/"
          action={link(view, '/jawab/kabar')}
          browsers={telling.browsers}
          isAlone={!telling.hasMail}
        />
      )}
      {telling.browsers > 0 && (
        <form method="post" action={link(view, '/jawab/kabar-hapus')}>
          <button class="btn btn-quiet" type="submit">
            {NOTIFY[view.locale]('tellPushDrop')}
          </button>
        </form>
      )}
    </details>
  );
}

function Mail({ view, j, telling: { mail }, refused }: Props) {
  const n = NOTIFY[view.locale];
  return (
    <>
      {mail !== null && <p>{stateOf(mail, j)}</p>}
      <form method="post" action={`${link(view, '/jawab/surel')}#kabari`} class="stack">
        {refused !== null && (
          <div class="notice notice-bad" role="alert">
            {refused.codes.map((code) => (
              <p key={code}>{jawabIssue(view.locale, code)}</p>
            ))}
          </div>
        )}
        <MailField label={n('tellMail')} value={refused?.email ?? ''} hint={j('mailHint')} />
        <button class="btn" type="submit">
          {n(mail === null ? 'tellMailSave' : 'tellMailChange')}
        </button>
      </form>
      {mail !== null && (
        <form method="post" action={link(view, '/jawab/surel-hapus')}>
          <button class="btn btn-quiet" type="submit">
            {n('tellMailDrop')}
          </button>
        </form>
      )}
    </>
  );
}

function stateOf({ masked, confirmed, stopped }: NonNullable<Telling['mail']>, j: JawabWords): string {
  if (stopped !== null) return stopped === 'asked' ? j('mailAsked', masked) : j('mailRefused', masked);
  return confirmed ? j('mailOn', masked) : j('mailWaits', masked);
}
