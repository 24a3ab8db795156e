import type { Field as FieldOf } from '#marketplace/web/formFields.tsx';
import type { View } from '#marketplace/web/view.ts';
import { NOTIFY } from '#marketplace/words/index.ts';
import type { FormField, FormIssue, InquiryForm } from './inquiryForm.ts';
import { Trap } from './Trap.tsx';

interface Props {
  view: View;
  issues: FormIssue[];
  form: InquiryForm;
  /** The field of the form that these stand in, which says its problems in its own words. */
  Field: FieldOf<FormField, FormIssue>;
}

/** Who asks, and how the answer reaches them. */
export function ContactFields({ view, issues, form, Field }: Props) {
  const { t } = view;
  const n = NOTIFY[view.locale];
  const at = { view, issues };
  return (
    <>
      <Field {...at} name="name" label={t('name')}>
        {(own) => <input {...own} maxLength={60} autocomplete="name" value={form.name} />}
      </Field>
      <Field {...at} name="phone" label={t('phone')} hint={t('phoneHint')}>
        {(own) => <input {...own} type="tel" maxLength={24} autocomplete="tel" value={form.phone} />}
      </Field>
      {form.hasMail && (
        <Field {...at} name="email" label={n('askMail')} hint={n('askMailHint')}>
          {(own) => <input {...own} type="email" maxLength={254} autocomplete="email" value={form.email} />}
        </Field>
      )}
      <Trap view={view} />
    </>
  );
}
