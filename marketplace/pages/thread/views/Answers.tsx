import { rupiah } from '#contract/format.ts';
import { link } from '#marketplace/web/view.ts';
import type { ThreadModel } from './model.ts';
import { Refusal, Sure, ThreadForm } from './ThreadForm.tsx';

/** What a buyer can do with the terms on the table: agree, decline, withdraw, cancel, or go on in WhatsApp. */
export function Answers({ model }: { model: ThreadModel }) {
  const { thread, t, view } = model;
  const total = thread.terms === null ? '' : rupiah(thread.terms.price * thread.terms.quantity, view.locale);
  const isBlocked = thread.reportedBy.village;
  return (
    <div class="answers">
      {(['setuju', 'tolak', 'tarik', 'wa'] as const).map((name) => (
        <Refusal key={name} model={model} name={name} />
      ))}
      {thread.state === 'countered' && !isBlocked && (
        <ThreadForm model={model} name="setuju">
          <button class="btn btn-primary btn-large" type="submit">
            {t('accept', total)}
          </button>
          <p class="hint">{t('acceptHint')}</p>
        </ThreadForm>
      )}
      {thread.state === 'countered' && (
        <ThreadForm model={model} name="tolak">
          <button class="btn" type="submit">
            {t('decline')}
          </button>
        </ThreadForm>
      )}
      {thread.state === 'offered' && (
        <ThreadForm model={model} name="tarik">
          <button class="btn" type="submit">
            {t('withdraw')}
          </button>
        </ThreadForm>
      )}
      {model.isLive && !isBlocked && (
        <ThreadForm model={model} name="wa">
          <button class={thread.state === 'deal' ? 'btn btn-primary btn-large' : 'btn'} type="submit">
            {t('whatsapp')}
          </button>
          <p class="hint">{t('whatsappHint')}</p>
        </ThreadForm>
      )}
      {(thread.state === 'deal' || thread.state === 'fulfilled') && (
        <a class="btn" href={link(view, `/tanya/${model.secret}/nota`)}>
          {t('receipt')}
        </a>
      )}
      {thread.state === 'deal' && (
        <details class="more">
          <summary>{t('cancelDeal')}</summary>
          <ThreadForm model={model} name="tarik">
            <Sure label={t('sureCancel')} />
            <button class="btn btn-danger" type="submit">
              {t('cancelDeal')}
            </button>
          </ThreadForm>
        </details>
      )}
    </div>
  );
}
