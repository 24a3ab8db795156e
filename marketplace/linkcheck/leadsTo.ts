import { siteOf } from '#contract';
import { idOfSlug } from '#marketplace/listings/slug.ts';

/** The links that are looked at closely: more than any page has to one product. */
const CLOSE_MAX = 300;
/** Longer than any address that names another one. */
const HREF_MAX = 4000;

/** What stands between the parts of an address, and a part that may be another address in base64. */
const BETWEEN = /[?=/&#]/;
const HIDING = /^[A-Za-z0-9+_-]{24,}$/;

interface Wanted {
  page: URL;
  /** Our own address. */
  baseUrl: string;
  id: string;
  /** The village's sites. */
  sites: string[];
}

/**
 * Whether a link of the page leads to the listing: by our address, or by a redirect of the site's own that names it
 * (`/?goto=https%3A%2F%2F…`), as sites have it that count or warn of what leads away. Most links are dismissed by a look
 * at their text; of the others only so many are taken apart.
 */
export function leadsTo(wanted: Wanted): (href: string) => boolean {
  let left = CLOSE_MAX;
  return (href) => {
    if (href.length > HREF_MAX) return false;
    const mayHide = href.split(BETWEEN).some((part) => HIDING.test(part));
    if ((!href.includes(wanted.id) && !mayHide) || left-- <= 0) return false;
    const url = URL.parse(href.trim(), wanted.page);
    if (url === null) return false;
    if (isListing(url, wanted)) return true;
    if (siteOf(url, wanted.sites) === null) return false;
    return named(url).some((address) => {
      const target = URL.parse(address);
      return target !== null && isListing(target, wanted);
    });
  };
}

function isListing(url: URL, { baseUrl, id }: Wanted): boolean {
  const address = `${url.origin}${url.pathname}`;
  const start = `${baseUrl}/p/`;
  return address.startsWith(start) && idOfSlug(address.slice(start.length).replace(/\/$/, '')) === id;
}

/** Addresses that a redirect names: as a parameter, as the whole query, in its path; plain, encoded or in base64. */
function named(url: URL): string[] {
  const path = decoded(url.pathname);
  const inPath = /https?:\/{1,2}.+$/.exec(path)?.[0].replace(/^(https?:)\/{1,2}/, '$1//');
  const last = path.slice(path.lastIndexOf('/') + 1);
  const values = [...url.searchParams.values(), ...url.searchParams.keys(), decoded(url.search.slice(1)), last];
  return [...values, ...values.map(fromBase64), ...(inPath === undefined ? [] : [inPath])].filter((value) =>
    /^https?:\/\//.test(value),
  );
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function fromBase64(text: string): string {
  return Buffer.from(text.slice(0, 2000), 'base64').toString('utf8');
}
