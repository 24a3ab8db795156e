import { labelWords } from '#utils/cms/demandedField.ts';
import type { FilledForm, Reply } from '#utils/cms/form.ts';
import { CmsError } from '#utils/cms/types.ts';
import { refusalOf } from './session.ts';

/** The label and surroundings of a field that must be filled; what belongs to it says so in different ways in each kind. */
const LABEL = 'label.required';
const GROUP = '.control-group';
/** The fields that we fill ourselves. */
const OURS = new Set(['jform[title]', 'jform[catid]', 'jform[language]']);

/**
 * Why Joomla does not save a form and shows it again: it demands a field of the village's own, which is named, or else what
 * it says itself.
 */
export function refusal(form: FilledForm, reply: Reply): CmsError {
  const said = refusalOf(reply);
  const field = askedField(form) ?? saidField(form, said);
  return field === null ? new CmsError('refused', said) : new CmsError('field_required', field);
}

/** The field that a form demands and that was sent empty, by its label. */
function askedField({ form, data }: FilledForm): string | null {
  for (const label of form.querySelectorAll(LABEL)) {
    const fields = [...(label.closest(GROUP)?.querySelectorAll('[name]') ?? [])];
    const names = fields.map((field) => field.getAttribute('name') ?? '');
    const isEmpty = names.length > 0 && names.every((name) => !data.get(name) && !OURS.has(name));
    if (isEmpty) return labelWords(label);
  }
  return null;
}

/**
 * The demanded field that Joomla itself names. What stands in it is then not good enough: a colour without a default of the
 * village's own says "none", and a number may lie outside its limits.
 */
function saidField({ form }: FilledForm, said: string | null): string | null {
  const labels = [...form.querySelectorAll(LABEL)].map(labelWords).filter((words) => words !== '');
  const named = labels.filter((words) => said?.endsWith(words));
  return named.toSorted((a, b) => b.length - a.length)[0] ?? null;
}
