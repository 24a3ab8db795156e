import type { ComponentChildren } from 'preact';
import { quantityText, rupiah, unitName } from '#contract/format.ts';
import { BargainFields } from '#marketplace/pages/thread/views/fields.tsx';
import { link } from '#marketplace/web/view.ts';
import { jawabIssue } from '#marketplace/words/index.ts';
import type { AnswerName, JawabModel } from './model.ts';

/** A form with an id (sent twice, it counts once) and what the official had seen, with the reasons when it came back. */
function AnswerForm(props: { model: JawabModel; name: AnswerName; children: ComponentChildren }) {
  const { model, name, children } = props;
  const { view, j, inquiry, refused } = model;
  return (
    <form method="post" action={`${link(view, `/jawab/tanya/${inquiry.id}/${name}`)}#masalah`} class="stack">
      {refused?.form === name && (
        <div class="notice notice-bad" role="alert" id="masalah">
          <b>{j('refusedTitle')}</b>
          <ul>
            {refused.codes.map((code) => (
              <li key={code}>{jawabIssue(view.locale, code, { of: inquiry.listing })}</li>
            ))}
          </ul>
        </div>
      )}
      <input type="hidden" name="id" value={model.newId()} />
      <input type="hidden" name="seen" value={inquiry.events.at(-1)?.seq ?? 0} />
      {children}
    </form>
  );
}

interface Props {
  model: JawabModel;
  /** False where only what was typed is shown once more, because the conversation has gone on. */
  can: boolean;
}

export function AcceptForm({ model, can }: Props) {
  const { view, j, inquiry } = model;
  const { terms } = inquiry;
  const total = terms === null ? '' : rupiah(terms.price * terms.quantity, view.locale);
  return (
    <AnswerForm model={model} name="setuju">
      <button class="btn btn-primary btn-large" type="submit" disabled={!can}>
        {j('accept', total)}
      </button>
    </AnswerForm>
  );
}

export function DeclineForm({ model, can }: Props) {
  return (
    <AnswerForm model={model} name="tolak">
      <button class="btn" type="submit" disabled={!can}>
        {model.j(model.inquiry.state === 'countered' ? 'declineOwn' : 'decline')}
      </button>
    </AnswerForm>
  );
}

export function CounterForm({ model, can }: Props) {
  const { view, j, inquiry, refused } = model;
  const typed = refused?.form === 'tawar' ? refused.typed : null;
  const last = inquiry.events.findLast(({ kind }) => kind === 'countered')?.terms?.price;
  return (
    <details class="more" open={typed !== null}>
      <summary>{j('counter')}</summary>
      <AnswerForm model={model} name="tawar">
        <BargainFields
          price={{ label: j('counterPrice', unitName(inquiry.listing, view.locale)), value: typed?.price ?? '' }}
          quantity={{
            label: j('counterQuantity', unitName(inquiry.listing, view.locale)),
            hint: view.t('quantityHint', quantityText(10, inquiry.listing, view.locale)),
            value: typed?.quantity ?? String(inquiry.terms?.quantity ?? ''),
          }}
        />
        <p class="hint">
          {last === undefined
            ? j('counterRuleFirst', rupiah(inquiry.listing.price, view.locale))
            : j('counterRule', rupiah(last, view.locale))}
        </p>
        <button class="btn btn-primary" type="submit" disabled={!can}>
          {j('counterSend')}
        </button>
      </AnswerForm>
    </details>
  );
}

export function ReplyForm({ model }: { model: JawabModel }) {
  const { j, refused } = model;
  return (
    <section class="card pad">
      <AnswerForm model={model} name="balas">
        <div class="field">
          <label for="isi-balasan">{j('reply')}</label>
          <textarea
            id="isi-balasan"
            name="text"
            rows={4}
            maxLength={2000}
            required
            value={refused?.form === 'balas' ? refused.typed.text : ''}
          />
        </div>
        <button class="btn btn-primary btn-large" type="submit">
          {j('replySend')}
        </button>
      </AnswerForm>
    </section>
  );
}
