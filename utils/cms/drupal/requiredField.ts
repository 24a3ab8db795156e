import { requiredLabel } from '#utils/cms/requiredLabel.ts';
import type { NodeForm } from './nodeForm.ts';

/** A field that must be filled: since 8, then in 7 and Backdrop. */
const REQUIRED = '[required][name], .required[name]';
/** The name of a group of fields (a Media Library widget, tick boxes) that must be filled. */
const GROUP_NAME = 'legend .form-required, legend.form-required';
/** What stands in a group that has been filled. */
const FILLED = '[type="hidden"][name$="[target_id]"]:not([value=""]), input[checked]';
/** The choice that means "none yet", since 8. */
const NONE = '_none';

/**
 * The field of the village's own that a form demands and that is still empty, by the name that Drupal shows for it; null
 * when it demands none. Only a person knows what belongs there.
 */
export function askedField({ form, data, names, body, tagsName }: NodeForm): string | null {
  const ours = new Set([names.title, body.name, tagsName]);
  for (const field of form.querySelectorAll(REQUIRED)) {
    const name = field.getAttribute('name') ?? '';
    const value = data.get(name);
    const isEmpty = value === null || value === '' || value === NONE;
    if (isEmpty && !ours.has(name) && !name.startsWith('files[')) return labelOf(form, field) || name;
  }
  for (const legend of form.querySelectorAll(GROUP_NAME)) {
    const group = legend.closest('fieldset');
    // A group of fields that are demanded themselves (the two days of a span) has been judged by these.
    if (group?.querySelector(`${REQUIRED}, ${FILLED}`) === null) return requiredLabel(legend);
  }
  return null;
}

function labelOf(form: HTMLFormElement, field: Element): string {
  const label = [...form.querySelectorAll('label')].find((one) => one.htmlFor !== '' && one.htmlFor === field.id);
  const own = label && requiredLabel(label);
  // Of several parts of one field (day and time, the single choices), the group's name says more than the part's own.
  const group = field.closest('fieldset')?.querySelector('legend');
  return (group && requiredLabel(group)) || own || '';
}
