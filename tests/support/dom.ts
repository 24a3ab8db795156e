import { type ConstructorOptions, CookieJar, JSDOM } from 'jsdom';
import { atEnd, type Scope } from './lifetime.ts';

/** A page beside the test's own document; its window is closed when the test ends, or the file (see `atEnd`). */
export function openDom(html = '', options: ConstructorOptions = {}, until?: Scope): JSDOM {
  const dom = new JSDOM(html, options);
  atEnd(() => dom.window.close(), until);
  return dom;
}

/** A person's cookies, which several pages share. */
export const newCookies = (): CookieJar => new CookieJar();
