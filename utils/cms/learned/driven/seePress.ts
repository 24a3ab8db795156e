import type * as z from 'zod/mini';
import type { DrivenPage, RecipeChoice, RecipeField, SitePath } from '#contract';
import { NUMBERED } from '#contract/numbered.ts';
import { isFile } from '#utils/cms/learned/formShape.ts';
import { choicesOf, isTooMuch, type LessonWords, partOf } from '#utils/cms/learned/observe.ts';
import type { LessonRefusal } from '#utils/cms/learned/refusal.ts';
import { sitePath } from '#utils/cms/learned/sitePath.ts';
import { saidBy } from './button.ts';
import { isSeen, type LivePart, liveNames, livePartsOf, liveValues } from './liveForm.ts';
import { driveRefusal } from './mayDrive.ts';
import { pathsRead } from './ready.ts';

/** A save as it looked at the press: what stood where. Values are kept of choices alone. */
export interface SeenPress {
  /** The page's address inside the site. */
  page: SitePath;
  controls: string[];
  fields: RecipeField[];
  chosen: z.infer<typeof RecipeChoice>[];
  driven: DrivenPage;
}

/** The title's field, where the person wrote another title than the product's name. */
const TITLE = /judul|title|nama|tajuk|headline/i;

/**
 * What a page shows, at the press of one of its buttons, of how an article is saved there; null when the product's words
 * do not stand in it, and then nothing of it is looked at further.
 */
export function seePress(
  button: HTMLElement,
  words: LessonWords,
  page: URL,
  siteUrl: string,
): SeenPress | LessonRefusal | null {
  const form = 'form' in button ? (button.form as HTMLFormElement | null) : button.closest('form');
  const holders = [form, button.ownerDocument.body].filter((root) => root !== null);
  const root = holders.find((one) => holdsWords(livePartsOf(one), words));
  if (root === undefined) return null;
  const refused = driveRefusal(root, button, page);
  if (refused !== null) return refused;
  if (!isSeen(button)) return 'unseen';
  const path = drivenPath(page, siteUrl);
  const shown = saidBy(button);
  // An address with a number is an article's: what is pressed there changes that one.
  if (path === null || shown.text === '' || NUMBERED.test(path)) return 'not_sent';
  const parts = livePartsOf(root);
  const { fields, chosen } = rolesOf(parts, words);
  const title = fields.some(({ role }) => role === 'title') ? null : titlePart(parts);
  if (title !== null) fields.unshift({ role: 'title', name: title });
  if (isTooMuch(fields, chosen) || chosen.length > 40) return 'too_many';
  if (!fields.some(({ role }) => role === 'title')) return 'no_title';
  const isChosen = ({ name }: { name: string }) => name !== title;
  return {
    page: path,
    controls: liveNames(root),
    fields,
    chosen: chosen.filter(isChosen),
    driven: { button: shown, awaits: pathsRead(page, siteUrl) },
  };
}

/** Pages whose script knows its views by the part behind `#` are opened by it, too. */
function drivenPath(page: URL, siteUrl: string): SitePath | null {
  const path = sitePath(page, siteUrl);
  return path === null ? null : path + (/^#[!/]/.test(page.hash) ? page.hash : '');
}

const holdsWords = (parts: readonly LivePart[], { link }: LessonWords): boolean =>
  parts.some((part) => liveValues(part).some((value) => value.includes(link)));

function rolesOf(parts: readonly LivePart[], words: LessonWords): Pick<SeenPress, 'fields' | 'chosen'> {
  const fields: RecipeField[] = [];
  const chosen: SeenPress['chosen'] = [];
  for (const [key, alike] of Map.groupBy(parts, (part) => part.key)) {
    const [part] = alike as [LivePart];
    const { control } = part;
    const values = alike.flatMap(liveValues);
    const isPicture = control !== null && isFile(control) && ((control as HTMLInputElement).files?.length ?? 0) > 0;
    const isText = control === null || !['checkbox', 'radio', 'select-one', 'select-multiple'].includes(control.type);
    const field = isPicture
      ? { role: 'picture' as const, name: key }
      : isText
        ? partOf(key, values[0] ?? '', words)
        : null;
    if (field !== null) fields.push(field);
    else if (control !== null && !isFile(control))
      chosen.push(...choicesOf({ type: control.type, required: control.required, name: key }, values));
  }
  return { fields, chosen };
}

function titlePart(parts: readonly LivePart[]): string | null {
  const isTitle = ({ key, control }: LivePart) =>
    control?.type === 'text' && TITLE.test(key) && control.value.trim() !== '';
  return parts.find(isTitle)?.key ?? null;
}
