/** How the line begins in which Drupal 7 writes its settings. The object itself is out of reach, but not its text. */
export const DRUPAL_7 = 'jQuery.extend(Drupal.settings,';
/** How that line begins in Backdrop. Backdrop makes a `window.Drupal` too, so that name says nothing. */
export const BACKDROP = 'window.Backdrop = {settings:';

/** The folder in which the site lives, as the page's own settings say (`/`, `/desa-dagan/`); null on any other page. */
export function basePathIn(document: Document, mark: string): string | null {
  const script = [...document.scripts].find(({ src, text }) => src === '' && text.includes(mark));
  const quoted = /"basePath":("(?:[^"\\]|\\.)*")/.exec(script?.text ?? '')?.[1];
  const path: unknown = quoted === undefined ? null : JSON.parse(quoted);
  return typeof path === 'string' && /^\/(?!\/)/.test(path) ? path : null;
}

/**
 * True on a page of somebody who is signed in. Drupal 7 and Backdrop put this class on the body, and nearly every theme
 * keeps it; the link is for themes that do not.
 */
export function isSignedIn(document: Document): boolean {
  return document.querySelector('body.logged-in, a[href$="user/logout"]') !== null;
}
