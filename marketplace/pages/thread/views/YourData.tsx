import type { ComponentChildren } from 'preact';
import { dateWib } from '#contract/format.ts';
import type { FormName, ThreadModel } from './model.ts';
import { Refusal, Sure, ThreadForm } from './ThreadForm.tsx';

const HERE: FormName[] = ['unduh', 'ganti-tautan', 'matikan-tautan', 'hapus', 'lapor'];

/** What is kept of the buyer, and everything the buyer can do about it. */
export function YourData({ model }: { model: ThreadModel }) {
  const { words, view, buyer, events } = model;
  const village = model.listing.village.name;
  const isOpen = model.refused !== null && HERE.includes(model.refused.form);
  const words_ = events.filter((event) => event.by === 'buyer' && event.text !== null).length;
  return (
    <details class="card pad more" open={isOpen}>
      <summary>{words.yourData}</summary>
      <p>{words.kept(village)}</p>
      <dl class="kept">
        <Kept label={words.keptName}>{buyer.name ?? words.nothing}</Kept>
        <Kept label={words.keptPhone}>{buyer.phoneMasked ?? words.nothing}</Kept>
        <Kept label={words.keptWords}>{words_}</Kept>
        <Kept label={words.keptSince}>{dateWib(buyer.since, view.locale)}</Kept>
      </dl>
      {buyer.phoneMasked !== null && <p class="hint">{words.phoneNote}</p>}
      <p class="hint">{words.retention(model.retentionDays)}</p>
      <Action model={model} name="unduh" label={words.download} />
      <Action model={model} name="ganti-tautan" label={words.newLink} hint={words.newLinkHint} />
      <Action
        model={model}
        name="matikan-tautan"
        label={words.shutLink}
        hint={words.shutLinkHint}
        sure={words.sureShut}
      />
      <Action model={model} name="hapus" label={words.erase} hint={words.eraseHint} sure={words.sureErase} />
      {!model.thread.reportedBy.buyer && (
        <Action model={model} name="lapor" label={words.report(village)} hint={words.reportHint}>
          <div class="field">
            <label for="isi-lapor">{words.reportText}</label>
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
