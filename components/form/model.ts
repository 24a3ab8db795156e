import { hasWord, t } from '#utils/i18n/t.ts';
import type { FormField } from '#utils/listing/fields.ts';
import type { DraftForm } from '#utils/model/draft.ts';

/** What every field of the product form needs of its surroundings. */
export interface FormModel {
  form: DraftForm;
  set<F extends keyof DraftForm>(field: F, value: DraftForm[F]): void;
  /** Called when a field was left: from now on its message may be shown, and unsaved changes are saved. */
  left(field: FormField): void;
  /** The sentence that stands at the field now; null when there is none. */
  error(field: FormField): string | null;
}

/** The DOM id of a field's control, for its label and for moving the focus to the first wrong field. */
export function fieldId(field: FormField): string {
  return `field-${field}`;
}

/**
 * A sentence for every code of the contract that says what is wrong and what to do; for an unknown code it still says
 * what to do.
 */
export function issueText(code: string): string {
  const key = `issue_${code}`;
  return t(hasWord(key) ? key : 'issue_unknown');
}

/** Puts the caret into a field, or on the first control of a group. */
export function focusField(field: FormField): void {
  const element = document.getElementById(fieldId(field));
  const control = element?.matches('fieldset') ? element.querySelector<HTMLElement>('input, button') : element;
  (control ?? element)?.focus();
  element?.scrollIntoView({ block: 'center' });
}
