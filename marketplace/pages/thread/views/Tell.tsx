import { PushButton } from '#marketplace/pages/kabar/PushButton.tsx';
import { link } from '#marketplace/web/view.ts';
import { NOTIFY, type NotifyWords } from '#marketplace/words/index.ts';
import { MailField } from './fields.tsx';
import type { Telling, ThreadModel } from './model.ts';
import { Refusal, ThreadForm } from './ThreadForm.tsx';

/** How the buyer is told of an answer. Nothing of it stands here where the operator has set up no way to tell. */
export function Tell({ model }: { model: ThreadModel }) {
  const { telling, view, refused } = model;
  if (model.thread.reportedBy.village || (!telling.hasMail && telling.pushKey === null)) return null;
  const n = NOTIFY[view.locale];
  const isOpen = refused?.form === 'surel' || telling.mail?.stopped === 'refused';
  return (
    <details class="card pad more" id="kabari" open={isOpen}>
      <summary>{n('tellTitle')}</summary>
      {telling.hasMail && <Mail model={model} n={n} />}
      {telling.pushKey !== null && (
        <PushButton
          locale={view.locale}
          pushKey={telling.pushKey}
          worker="/tanya/kabar.js"
          scope={`/tanya/${model.secret}`}
          action={link(view, `/tanya/${model.secret}/kabar`)}
          browsers={telling.browsers}
          isAlone={!telling.hasMail}
        />
      )}
      {telling.browsers > 0 && (
        <ThreadForm model={model} name="kabar-hapus">
          <button class="btn btn-quiet" type="submit">
            {n('tellPushDrop')}
          </button>
        </ThreadForm>
      )}
    </details>
  );
}

function Mail({ model, n }: { model: ThreadModel; n: NotifyWords }) {
  const { mail } = model.telling;
  const typed = model.refused?.form === 'surel' ? model.refused.typed.email : '';
  return (
    <>
      {mail !== null && <p class={mail.stopped === null ? '' : 'notice notice-warn'}>{stateOf(mail, n)}</p>}
      <Refusal model={model} name="surel" />
      <ThreadForm model={model} name="surel">
        <MailField label={n('tellMail')} value={typed} hint={n('tellMailHint', model.listing.village.name)} />
        <button class="btn" type="submit">
          {n(mail === null ? 'tellMailSave' : 'tellMailChange')}
        </button>
      </ThreadForm>
      {mail !== null && (
        <ThreadForm model={model} name="surel-hapus">
          <button class="btn btn-quiet" type="submit">
            {n('tellMailDrop')}
          </button>
        </ThreadForm>
      )}
    </>
  );
}

function stateOf({ masked, stopped }: NonNullable<Telling['mail']>, n: NotifyWords): string {
  if (stopped === null) return n('tellMailOn', masked);
  return stopped === 'asked' ? n('tellMailAsked', masked) : n('tellMailRefused', masked);
}
