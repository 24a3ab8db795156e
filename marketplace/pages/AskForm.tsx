import type { PublicListing } from '#contract';
import { isSoldOut, quantityText, unitName } from '#contract/format.ts';
import type { ProofOfWork } from '#marketplace/inquiries/proofOfWork/challenge.ts';
import { WORK } from '#marketplace/inquiries/proofOfWork/challenge.ts';
import { formFields } from '#marketplace/web/formFields.tsx';
import { link, type View } from '#marketplace/web/view.ts';
import { issueText } from '#marketplace/words/index.ts';
import { ContactFields } from './ContactFields.tsx';
import { type FormField, type FormIssue, fieldOf, type InquiryForm, needsScript } from './inquiryForm.ts';

const { Problems, Field, Consent } = formFields<FormField, FormIssue>({
  fieldOf,
  issueText: (locale, issue) => issueText(locale, issue.code, issue),
  words: { problems: 'formProblems', consent: 'consent' },
});

interface Props {
  view: View;
  listing: PublicListing;
  form: InquiryForm;
  issues: FormIssue[];
}

/** "Tanya / Tawar": a question, an offer or both. A plain form; what was typed comes back with the messages at the fields. */
export function AskForm({ view, listing, form, issues }: Props) {
  const { t } = view;
  const village = listing.village.name;
  const at = { view, issues };
  return (
    <section class="ask card" id="tanya" aria-labelledby="tanya-judul">
      <h2 id="tanya-judul">{t('askTitle')}</h2>
      {isSoldOut(listing) && <p class="notice notice-warn">{t('askSoldOut')}</p>}
      <Problems view={view} issues={issues} />
      {/* The fragment survives the post: a page that comes back with messages opens at the form. */}
      <form method="post" action={`${link(view, `/p/${listing.slug}/tanya`)}#tanya`} class="stack">
        <input type="hidden" name="id" value={form.id} />
        {form.proof && <ProofFields proof={form.proof} sending={t('sending')} />}
        <Field {...at} name="text" label={t('askText')} hint={t('askTextHint')}>
          {(own) => <textarea {...own} rows={3} maxLength={2000} value={form.text} />}
        </Field>
        <fieldset class="offer">
          <legend>{t('offerTitle')}</legend>
          <div class="pair">
            <Field
              {...at}
              name="price"
              label={t('offerPrice', unitName(listing, view.locale))}
              hint={t('offerPriceHint')}
            >
              {(own) => <input {...own} inputMode="text" maxLength={20} autocomplete="off" value={form.price} />}
            </Field>
            <Field
              {...at}
              name="quantity"
              label={t('offerQuantity', unitName(listing, view.locale))}
              hint={t('quantityHint', quantityText(10, listing, view.locale))}
            >
              {(own) => <input {...own} maxLength={40} autocomplete="off" value={form.quantity} />}
            </Field>
          </div>
          <p class="hint">{t('offerRules')}</p>
        </fieldset>
        <ContactFields {...at} form={form} Field={Field} />
        <Consent view={view} village={village} checked={form.consent} issues={issues} />
        <button class="btn btn-primary btn-large" type="submit">
          {t('send', village)}
        </button>
      </form>
    </section>
  );
}

/** The fields of the proof of work. The browser never restores them: an old solution does not fit a new challenge. */
export function ProofFields({ proof, sending }: { proof: ProofOfWork; sending: string }) {
  const work = { 'data-puzzles': WORK.puzzles, 'data-bits': WORK.bits, 'data-sending': sending };
  return (
    <>
      <input type="hidden" name="soal" value={proof.challenge} autocomplete="off" />
      <input type="hidden" name="jawaban" value={proof.solution} autocomplete="off" {...work} />
      {needsScript(proof) && <script src="/soal.js" defer />}
    </>
  );
}
