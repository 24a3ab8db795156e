import type { DrivenPage, RecipeDeed } from '#contract';
import { isFile } from '#utils/cms/learned/formShape.ts';
import { isBlank, namesNone } from '#utils/cms/learned/toDeed.ts';
import { buttonsOf } from './button.ts';
import { isSeen, type LivePart, livePartsOf, liveValues } from './liveForm.ts';
import { driveRefusal } from './mayDrive.ts';

/** A deed that is driven, whole. */
export type DrivenDeed = RecipeDeed & { driven: DrivenPage };

export const isDriven = (deed: RecipeDeed): deed is DrivenDeed => deed.way === 'driven' && deed.driven !== undefined;

/** Why a page is not driven. */
export type NotDriven =
  | 'form_changed'
  | 'two_buttons'
  | 'not_new'
  | 'not_sent'
  | 'other_site'
  | 'secret'
  | 'other_file';

/** The shown form in a live page, with the button that saves it. */
export interface ShownPage {
  root: HTMLElement;
  button: HTMLElement;
}

/** The form of the deed as it stands in sight; null while it is not there. */
export function shownRoot(document: Document, deed: DrivenDeed): HTMLElement | null {
  const isThere = (root: HTMLElement) => {
    const parts = livePartsOf(root);
    return deed.fields.every(({ role, name }) =>
      parts.some(({ key, element }) => key === name && (role === 'picture' || isSeen(element))),
    );
  };
  const forms = [...document.querySelectorAll('form')].filter(isThere);
  if (forms.length > 0) return forms[0] ?? null;
  return isThere(document.body) ? document.body : null;
}

/**
 * The form with its one button, or why it is not touched: it goes elsewhere, asks for other things than were shown (`exactly`:
 * or for fewer, as before a choice reveals them), or has another button that says the same.
 */
export function shownPage(root: HTMLElement, deed: DrivenDeed, page: URL, exactly: boolean): ShownPage | NotDriven {
  const shown = new Set(deed.controls);
  const names = new Set(livePartsOf(root).map(({ key }) => key));
  const isSame = [...names].every((name) => shown.has(name)) && (!exactly || names.size === shown.size);
  const [button, ...more] = buttonsOf(root, deed.driven.button);
  const refused = driveRefusal(root, button ?? null, page);
  if (refused !== null) return refused;
  if (!isSame || button === undefined) return 'form_changed';
  return more.length > 0 ? 'two_buttons' : { root, button };
}

/** True for a form in which no article stands yet, and which is for none that does. */
export function isEmpty(root: HTMLElement, deed: DrivenDeed): boolean {
  const isText = ({ role }: DrivenDeed['fields'][number]) => role === 'title' || role === 'body' || role === 'link';
  const blank = (name: string) => partsNamed(root, name).flatMap(liveValues).every(isBlank);
  const isNobodys = !(root instanceof HTMLFormElement) || namesNone(root);
  return isNobodys && deed.fields.filter(isText).every(({ name }) => blank(name));
}

export function partsNamed(root: HTMLElement, name: string): LivePart[] {
  return livePartsOf(root).filter(({ key }) => key === name);
}

export const fileIn = (parts: readonly LivePart[]): HTMLInputElement | null =>
  (parts.find(({ control }) => control !== null && isFile(control))?.control as HTMLInputElement | undefined) ?? null;
