/** What `CmsError.what` says of a site that stores posts without our link. */
export const LINK_STRIPPED = 'link_stripped';
/** The same where the article still stands: on sites without an adapter nothing is taken down by itself. */
export const LINK_STRIPPED_STANDS = 'link_stripped_stands';
/** Whether a failure says that the site takes links out. */
export const isLinkStripped = (what: string | null): boolean => what === LINK_STRIPPED || what === LINK_STRIPPED_STANDS;

/**
 * How often stored HTML links to exactly this address. The HTML is parsed, not searched as text, because a CMS may
 * rewrite quotes, entities and the order of attributes. The document is inert.
 */
export function countLinks(html: string, link: string): number {
  const document = new DOMParser().parseFromString(html, 'text/html');
  return [...document.querySelectorAll('a[href]')].filter((anchor) => anchor.getAttribute('href') === link).length;
}

/** The listing's id: the last part of its short address `<marketplace>/p/<id>`. A CMS is searched for this word. */
export function idIn(link: string): string {
  return link.slice(link.lastIndexOf('/') + 1);
}

/** A listing's short address, which stands in its post and in every card of it. */
export function listingLink(
  { marketplaceUrl }: { marketplaceUrl: string },
  { id, shortUrl }: { id: string; shortUrl: string | null },
): string {
  return shortUrl ?? `${marketplaceUrl}/p/${id}`;
}

/** `<marketplace>/badge/<id>.svg`, the picture that stands in every link-back post. */
export function badgeOf(link: string): string {
  return `${link.replace(/\/p\/([^/]+)$/, '/badge/$1')}.svg`;
}

/**
 * True when a post found by search is the one we wrote: it holds our link once, and our badge. A person's article may
 * hold the link too (copied, or inserted as a card, which holds it more than once); it must not be taken for ours and
 * overwritten.
 */
export function isLinkBack(html: string, link: string): boolean {
  const document = new DOMParser().parseFromString(html, 'text/html');
  const badge = badgeOf(link);
  const hasBadge = [...document.querySelectorAll('img, a')].some(
    (element) => element.getAttribute('src') === badge || element.getAttribute('href') === badge,
  );
  return countLinks(html, link) === 1 && hasBadge;
}

/** True where the badge stands in words, because this site shows no pictures of another one. */
export function hasBadgeInWords(html: string, link: string): boolean {
  return countLinks(html, badgeOf(link)) > 0;
}

/**
 * Whether two pieces of HTML read alike word for word, whatever a CMS did to their elements and line breaks, and whether
 * the badge is a picture or in words.
 */
export function hasSameText(one: string, other: string): boolean {
  const [words, otherWords] = [one, other].map((html) => {
    const { body } = new DOMParser().parseFromString(html, 'text/html');
    for (const badge of body.querySelectorAll('a[href*="/badge/"][href$=".svg"]')) badge.remove();
    return body.textContent?.replace(/\s+/g, '');
  });
  return words === otherWords;
}
