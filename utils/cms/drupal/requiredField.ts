import { demandedField, labelWords, REQUIRED } from '#utils/cms/demandedField.ts';
import { mediaField } from './mediaField.ts';
import type { NodeForm } from './nodeForm.ts';

/** The name of a group of fields (a Media Library widget, tick boxes) that must be filled. */
const GROUP_NAME = 'legend .form-required, legend.form-required';
/** What stands in a group that has been filled. */
const FILLED = '[type="hidden"][name$="[target_id]"]:not([value=""]), input[checked]';

/** True when all that a form demands is something from Media Library in the field that we can fill with the picture. */
export function asksMediaAlone(node: NodeForm): boolean {
  const own = mediaField(node)?.putIn.closest('fieldset') ?? null;
  return askedField(node) !== null && askedField(node, own) === null;
}

/** As `demandedField`, and a group of fields that is demanded as a whole; `but` is a group that is left out. */
export function askedField(node: NodeForm, but: Element | null = null): string | null {
  const { form, names, body, tagsName } = node;
  const ours = new Set([names.title, body.name, tagsName]);
  const field = demandedField(node, (name) => ours.has(name) || name.startsWith('files['));
  if (field !== null) return field;
  for (const legend of form.querySelectorAll(GROUP_NAME)) {
    const group = legend.closest('fieldset');
    if (group === but) continue;
    // A group of fields that are demanded themselves (the two days of a span) has been judged by these.
    if (group?.querySelector(`${REQUIRED}, ${FILLED}`) === null) return labelWords(legend);
  }
  return null;
}
