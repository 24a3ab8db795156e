import { actionOf, controlsOf } from './formShape.ts';
import { namesNone } from './toDeed.ts';

/**
 * The form that was just sent stands there again with the product's words in it, and for no article: the site asks for
 * something more and has saved nothing.
 */
export function standsAgain(document: Document, action: URL, link: string): boolean {
  const page = new URL(document.location.href);
  return [...document.querySelectorAll('form')].some(
    (form) =>
      actionOf(form, page)?.pathname === action.pathname &&
      namesNone(form) &&
      controlsOf(form).some(({ value }) => value.includes(link)),
  );
}
