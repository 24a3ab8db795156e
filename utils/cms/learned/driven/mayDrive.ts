import { actionOf, isFile } from '#utils/cms/learned/formShape.ts';
import { isSecret, type LessonRefusal } from '#utils/cms/learned/refusal.ts';
import { isSeen, livePartsOf } from './liveForm.ts';

/** Why nothing is pressed in a form: it goes to another host, or what is filled in there is nobody's article. */
export type DriveRefusal = Extract<LessonRefusal, 'other_site' | 'not_sent' | 'secret' | 'other_file'>;

/** Reads a form, and the button in it, before it is filled in and again before it is pressed; null when it may be. */
export function driveRefusal(root: HTMLElement, button: HTMLElement | null, page: URL): DriveRefusal | null {
  // A button may stand in another form than the words, or none of the two in any.
  const own = button !== null && 'form' in button ? (button.form as HTMLFormElement | null) : null;
  const forms = new Set([root, own].filter((one) => one instanceof HTMLFormElement));
  const goes = [
    ...[...forms].map((form) => actionOf(form, page)),
    ...(button?.hasAttribute('formaction') ? [URL.parse(button.getAttribute('formaction') ?? '', page.href)] : []),
  ];
  for (const action of goes) {
    if (action === null || action.host !== page.host)
      return action?.protocol === 'javascript:' ? 'not_sent' : 'other_site';
    if (!/^https?:$/.test(action.protocol)) return 'not_sent';
  }
  const nameless = [...root.querySelectorAll('input[type=password]')].some(isSeen);
  const controls = livePartsOf(root).flatMap(({ control }) => control ?? []);
  if (nameless || controls.some(isSecret)) return 'secret';
  const files = controls.filter(isFile).flatMap((control) => [...((control as HTMLInputElement).files ?? [])]);
  return files.some(({ type }) => !type.startsWith('image/')) ? 'other_file' : null;
}
