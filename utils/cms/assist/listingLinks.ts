/** `<marketplace>/p/<id>`: an address of a listing on some marketplace. */
const LISTING = /^https?:\/\/[^?#]+\/p\/[0-9a-z]{16}$/;
const MOST = 40;

/** The listings that a page links to, each once. What stands in an open editor is not published yet. */
export function listingLinks(document: Document): string[] {
  const anchors = [...document.querySelectorAll('a[href*="/p/"]')].filter(
    (anchor) => anchor.closest('[contenteditable]') === null,
  );
  const links = anchors.map((anchor) => anchor.getAttribute('href') ?? '').filter((href) => LISTING.test(href));
  return [...new Set(links)].slice(0, MOST);
}
