import { quantityText, unitText } from '#contract/format.ts';
import { ProofFields } from '#marketplace/pages/AskForm.tsx';
import { ContactFields } from '#marketplace/pages/ContactFields.tsx';
import { type FormField, type FormIssue, fieldOf } from '#marketplace/pages/inquiryForm.ts';
import { formFields } from '#marketplace/web/formFields.tsx';
import type { View } from '#marketplace/web/view.ts';
import { GROUP, groupIssue } from '#marketplace/words/index.ts';
import { commonUnit, type GroupPageData, onlyVillage, unitKey } from './model.ts';
import { PartlySent } from './PartlySent.tsx';

const { Problems, Field, Consent } = formFields<FormField, FormIssue>({
  fieldOf,
  issueText: (locale, issue) => groupIssue(locale, issue.code, issue),
  words: { problems: 'formProblems', consent: 'consent' },
});

/** The one question to every village that is ticked above. It is a part of the form around both. */
export function AskMany({ view, data }: { view: View; data: GroupPageData }) {
  const { form, issues } = data;
  const { t } = view;
  const g = GROUP[view.locale];
  const at = { view, issues };
  const unit = commonUnit(data.group.offers);
  const only = onlyVillage(data.group);
  return (
    <section class="ask card" id="tanya" aria-labelledby="tanya-judul">
      <h2 id="tanya-judul">{only === null ? g('formTitle') : g('formTitleOne', only)}</h2>
      {/* The page opens at this section, so what became of the press stands in it. */}
      {data.part && <PartlySent view={view} part={data.part} />}
      <Problems view={view} issues={issues} />
      <input type="hidden" name="id" value={form.id} />
      {form.proof && <ProofFields proof={form.proof} sending={t('sending')} />}
      <div class="stack">
        <Field {...at} name="text" label={t('askText')} hint={g('textHint')}>
          {(own) => <textarea {...own} rows={3} maxLength={1900} value={form.text} />}
        </Field>
        <Field
          {...at}
          name="quantity"
          label={g('quantity')}
          hint={view.t('quantityHint', unit === null ? '10 kg' : quantityText(10, unit.of, view.locale))}
        >
          {(own) => <input {...own} maxLength={40} autocomplete="off" value={form.quantity} />}
        </Field>
        <OfferPrice view={view} data={data} unit={unit} />
        <ContactFields {...at} form={form} Field={Field} />
        <Consent view={view} village={only ?? g('pickedVillages')} checked={form.consent} issues={issues} />
        <button class="btn btn-primary btn-large" type="submit">
          {only === null ? g('send') : g('sendOne', only)}
        </button>
        {only === null && <p class="hint">{g('sendHint')}</p>}
      </div>
    </section>
  );
}

/** One price for all, where at least two sell in the same unit. */
function OfferPrice({ view, data, unit }: { view: View; data: GroupPageData; unit: ReturnType<typeof commonUnit> }) {
  const g = GROUP[view.locale];
  if (unit === null) return <p class="hint">{g('offerNotHere')}</p>;
  const text = unitText(unit.of, view.locale);
  const same = onlyVillage(data.group) === null ? g('offerHint') : view.t('offerPriceHint');
  const hint = unit.isAll ? same : g('offerOnlyFor', text);
  return (
    <fieldset class="offer">
      <legend>{view.t('offerTitle')}</legend>
      {/* What stands beside the price is sent with it, so that no village takes it for the price of another unit. */}
      <input type="hidden" name="satuan" value={unitKey(unit.of)} />
      <Field view={view} issues={data.issues} name="price" label={g('offerPrice', text)} hint={hint}>
        {(own) => <input {...own} inputMode="text" maxLength={20} autocomplete="off" value={data.form.price} />}
      </Field>
      <p class="hint">{view.t('offerRules')}</p>
    </fieldset>
  );
}
