import type { ComponentChildren } from 'preact';
import { dateWib } from '#contract/format.ts';
import { NOTIFY } from '#marketplace/words/index.ts';
import type { FormName, ThreadModel } from './model.ts';
import { Refusal, Sure, ThreadForm } from './ThreadForm.tsx';

const HERE: FormName[] = ['unduh', 'ganti-tautan', 'matikan-tautan', 'hapus', 'lapor'];

/** What the service keeps of the buyer, and everything that the buyer can do about it. */
export function YourData({ model }: { model: ThreadModel }) {
  const { t, view, buyer, events } = model;
  const village = model.listing.village.name;
  const isOpen = model.refused !== null && HERE.includes(model.refused.form);
  const words_ = events.filter((event) => event.by === 'buyer' && event.text !== null).length;
  return (
    <details class="card pad more" open={isOpen}>
      <summary>{t('yourData')}</summary>
      <p>{t('kept', village)}</p>
      <dl class="kept">
        <Kept label={t('keptName')}>{buyer.name ?? t('nothing')}</Kept>
        <Kept label={t('keptPhone')}>{buyer.phoneMasked ?? t('nothing')}</Kept>
        {model.telling.mail !== null && (
          <Kept label={NOTIFY[view.locale]('keptMail')}>{model.telling.mail.masked}</Kept>
        )}
        <Kept label={t('keptWords')}>{words_}</Kept>
        <Kept label={t('keptSince')}>{dateWib(buyer.since, view.locale)}</Kept>
      </dl>
      {buyer.phoneMasked !== null && <p class="hint">{t('phoneNote')}</p>}
      <p class="hint">{t('retention', model.retentionDays)}</p>
      <Action model={model} name="unduh" label={t('download')} />
      <Action model={model} name="ganti-tautan" label={t('newLink')} hint={t('newLinkHint')} />
      <Action model={model} name="matikan-tautan" label={t('shutLink')} hint={t('shutLinkHint')} sure={t('sureShut')} />
      <Action model={model} name="hapus" label={t('erase')} hint={t('eraseHint')} sure={t('sureErase')} />
      {!model.thread.reportedBy.buyer && (
        <Action model={model} name="lapor" label={t('report', village)} hint={t('reportHint')}>
          <div class="field">
            <label for="isi-lapor">{t('reportText')}</label>
            <textarea id="isi-lapor" name="text" rows={2} maxLength={2000} />
          </div>
        </Action>
      )}
    </details>
  );
}

function Kept({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Action(props: {
  model: ThreadModel;
  name: FormName;
  label: string;
  hint?: string;
  sure?: string;
  children?: ComponentChildren;
}) {
  const { model, name, label, hint, sure, children } = props;
  return (
    <ThreadForm model={model} name={name} class="act">
      <Refusal model={model} name={name} />
      {hint && <p class="hint">{hint}</p>}
      {children}
      {sure && <Sure label={sure} />}
      <button class={sure ? 'btn btn-danger' : 'btn'} type="submit">
        {label}
      </button>
    </ThreadForm>
  );
}
