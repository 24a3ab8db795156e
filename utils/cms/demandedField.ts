import type { FilledForm } from './form.ts';
import { plain } from './plainText.ts';

/** A field that must be filled: by HTML's own attribute, or by the class that a CMS's script goes by. */
export const REQUIRED = '[required][name], .required[name]';
/** The choice that means "none yet" in Drupal since 8. */
const NONE = '_none';

/**
 * The field of the village's own that a form demands and that is still empty, by the name that the page shows for it; null
 * when it demands none. Only a person knows what belongs there. `isOurs` tells the fields that we fill.
 */
export function demandedField(
  { form, data }: Pick<FilledForm, 'form' | 'data'>,
  isOurs: (name: string) => boolean,
): string | null {
  for (const field of form.querySelectorAll(REQUIRED)) {
    const name = field.getAttribute('name') ?? '';
    const value = data.get(name);
    const isEmpty = value === null || value === '' || value === NONE;
    if (isEmpty && !isOurs(name)) return labelOf(form, field) || name;
  }
  return null;
}

/** A label without its star. */
export function labelWords(label: Element | null | undefined): string {
  return plain(label?.textContent).replace(/\s*\*$/, '');
}

function labelOf(form: HTMLFormElement, field: Element): string {
  const own = [...form.querySelectorAll('label')].find((one) => one.htmlFor !== '' && one.htmlFor === field.id);
  // Of several parts of one field (day and time, the single choices), the group's name says more than the part's own.
  const group = field.closest('fieldset')?.querySelector('legend');
  return labelWords(group) || labelWords(own) || labelWords(field.closest('.form-group')?.querySelector('label'));
}
