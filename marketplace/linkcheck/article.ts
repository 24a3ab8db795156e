import { newId } from '#contract/newId.ts';
import { isPage } from './check.ts';
import { LinkError } from './failure.ts';
import { fetchPage, type PageRules } from './fetchPage.ts';
import { scanPage } from './scan.ts';

/**
 * Parts of an address under which visitors make pages, or a page calls itself by what was asked for: searches, tags that
 * are asked for by name, members, forums, complaints.
 */
const VISITORS = new Set(
  's q query keyword searchword search cari pencarian find author authors user users member members profile profil-pengguna forum forums topic topics thread threads group groups activity pengaduan aduan lapor guestbook buku-tamu bukutamu comment comments komentar feed viewtopic viewforum viewthread showthread viewprofile profil kunena phpbb bbpress easydiscuss'.split(
    ' ',
  ),
);

/**
 * Whether this can be the address of an article. What is asked for stands in the query or after the number sign, and some
 * pages repeat it in their title ("Hasil pencarian: …"), so the code may not stand there.
 */
export function isArticleAddress(url: URL, code: string): boolean {
  const parts = decodedWholly(url.pathname).toLowerCase().split('/');
  const keys = [...url.searchParams.keys()].map((key) => key.toLowerCase());
  // `option=com_kunena` and `view=topic` name such a place as well. One letter names nothing.
  const values = decodedWholly([...url.searchParams.values()].join(' '))
    .toLowerCase()
    .split(/[^a-z0-9]+/);
  const words = [...keys, ...values.filter((word) => word.length > 1)];
  for (const part of parts) words.push(part, part.replace(/\.(?:php|html?|aspx?)$/, ''));
  return !mayName(url.search + url.hash, code) && !words.some((word) => VISITORS.has(word));
}

/**
 * Whether the page calls itself by the code. A page that calls itself by whatever address it is asked for would too, so
 * where the code stands in the address, the same address with another code must not do so. Throws LinkError.
 */
export async function titleHolds(rules: PageRules, url: URL, code: string): Promise<boolean> {
  const page = await fetchPage(url.href, rules);
  if (!isPage(page) || !isArticleAddress(page.url, code)) return false;
  if (!(await hasTitle(page.html, code))) return false;
  const asked = [url, page.url].find((one) => mayName(one.href, code));
  if (asked === undefined) return true;
  const decoy = newId();
  const other = replaced(asked, code, decoy);
  // An address that hides the code in a way that we cannot put another one in is none that a CMS makes.
  if (other === null) return false;
  try {
    return !(await hasTitle((await fetchPage(other, rules)).html, decoy));
  } catch (error) {
    if (!(error instanceof LinkError)) throw error;
    if (error.reason === 'page_gone' || error.reason === 'host_foreign') return true;
    // Some sites end in an error where there is no article (OpenSID 2509). A site that broke down just now tells nothing.
    if (error.status === 500) return hasTitle((await fetchPage(asked.href, rules)).html, code);
    throw error;
  }
}

/**
 * Whether what is asked for may come out as the code: its letters stand there in their order, however they are encoded,
 * and whatever a site takes out between them (tags, blanks, signs).
 */
function mayName(asked: string, code: string): boolean {
  const text = decodedWholly(asked).normalize('NFKC').toLowerCase();
  let at = 0;
  for (const letter of text) if (letter === code[at]) at++;
  return at === code.length;
}

async function hasTitle(html: string, code: string): Promise<boolean> {
  let isFound = false;
  await scanPage({
    html,
    signal: AbortSignal.timeout(SCAN_MS),
    onTitle: (title) => {
      isFound ||= title.toLowerCase().includes(code);
    },
  });
  return isFound;
}

const SCAN_MS = 5_000;

function replaced(url: URL, code: string, decoy: string): string | null {
  const { href } = url;
  if (!href.includes(code)) return null;
  // Right behind an escape the first letters may be part of it ("%35…" is "5…", and "5…" stands in it as well), once or
  // however often a site decodes. One such place beside an honest one would keep the decoy out of the title.
  if (new RegExp(`%[0-9a-f%]*${code}`, 'i').test(href)) return null;
  const other = href.replaceAll(code, decoy);
  return mayName(other, code) ? null : other;
}

/** Without percent signs, however often they were encoded. */
function decodedWholly(text: string): string {
  let before = text;
  for (let round = 0; round < 5; round++) {
    let after: string;
    try {
      after = decodeURIComponent(before.replaceAll('+', ' '));
    } catch {
      return before;
    }
    if (after === before) break;
    before = after;
  }
  return before;
}
