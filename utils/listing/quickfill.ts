import type { DraftForm } from '#utils/model/draft.ts';

type Values = Partial<DraftForm>;

/** What the quick line has written into the form, and what stood there before. */
export interface QuickFill {
  written: Values;
  before: Values;
  /** Fields that a person changed after the line wrote them: the line leaves them alone. */
  theirs: string[];
}

export const NOTHING_FILLED: QuickFill = { written: {}, before: {}, theirs: [] };

/**
 * Lets the form follow the line: what the line newly says is written, and a field that vanished from the line gets back
 * what stood there before. An empty line gives everything back, so clearing it is the undo. A field that a person
 * changed since is never touched.
 */
export function fillQuick(form: DraftForm, fill: QuickFill, fields: Values): { form: DraftForm; fill: QuickFill } {
  const keys = Object.keys({ ...fill.written, ...fields }) as (keyof DraftForm)[];
  const theirs = keys.filter((key) => key in fill.written && form[key] !== fill.written[key]);
  const free = keys.filter((key) => !theirs.includes(key) && !fill.theirs.includes(key));
  const written = free.filter((key) => key in fields);
  const given = free.filter((key) => !(key in fields));
  const before = { ...pick(form, written), ...pick(fill.before, written) };
  return {
    form: { ...form, ...pick(fill.before, given), ...pick(fields, written) },
    fill: { written: pick(fields, written), before, theirs: [...fill.theirs, ...theirs] },
  };
}

function pick(from: Values, keys: readonly (keyof DraftForm)[]): Values {
  return Object.fromEntries(keys.filter((key) => key in from).map((key) => [key, from[key]]));
}
