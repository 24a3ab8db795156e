import { CmsError } from '#utils/cms/types.ts';

/** What lists write for on and off: numbers, or words or letters of a number. Lapak's "off" was 2 before 2501. */
const ON = '1';
const OFF: ReadonlySet<string> = new Set(['0', '2']);
/** Since 2603 the menu's list draws the state as a label, whose colour is no matter of language. */
const ON_LABEL = '.label-success';
const OFF_LABEL = '.label-danger';

/**
 * Whether a list says that something is switched on. OpenSID's switches turn a thing over, whatever the address says, so a
 * state that cannot be read is never taken for "off": then `markup_changed` is thrown, which names the place, `where`.
 */
export function isOn(state: unknown, where: string): boolean {
  const text = typeof state === 'boolean' ? String(Number(state)) : String(state ?? '').trim();
  if (text === ON) return true;
  if (OFF.has(text)) return false;
  const label = new DOMParser().parseFromString(text, 'text/html');
  const says = (selector: string): boolean => label.querySelector(selector) !== null;
  if (says(ON_LABEL) !== says(OFF_LABEL)) return says(ON_LABEL);
  throw new CmsError('markup_changed', where);
}
