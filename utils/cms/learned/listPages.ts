import { type Reply, request, type Session } from '#utils/cms/form.ts';

/** How many pages of one list are read at most: the newest articles stand on the first. */
const MOST = 12;
/** Where lists lead to their further pages. */
const PAGER = '.pagination, .pager, [class*="pagination"], nav[aria-label*="page" i], nav[aria-label*="halaman" i]';
/** What a page of a list is called in its address. */
const PAGE = /^(?:page|p|hal|halaman|pg|start|offset|per_page|page_\w+)$/i;

/**
 * A list of an admin, page by page, until the caller has found what it looks for. Only links of the list's own pager to
 * the list's own address are followed, so that nothing is done by looking. Throws as `request` does.
 */
export async function* listPages(session: Session, first: URL): AsyncGenerator<Reply> {
  const seen = new Set<string>([first.href]);
  const open = [first];
  for (let read = 0; read < MOST; read += 1) {
    const url = open.shift();
    if (url === undefined) return;
    const page = await request(session, url);
    yield page;
    for (const further of furtherPages(page, first))
      if (!seen.has(further.href)) {
        seen.add(further.href);
        open.push(further);
      }
  }
}

function furtherPages({ document, url }: Reply, first: URL): URL[] {
  return [...document.querySelectorAll(PAGER)]
    .flatMap((pager) => [...pager.querySelectorAll('a[href]')])
    .flatMap((anchor) => URL.parse(anchor.getAttribute('href') ?? '', url) ?? [])
    .map((to) => new URL(to.pathname + to.search, first.origin))
    .filter((to) => isPageOf(to, first));
}

/** The same list with another page: in the question, or as CodeIgniter has it, as a number behind its address. */
function isPageOf(to: URL, first: URL): boolean {
  const given = [...to.searchParams].filter(([name, value]) => first.searchParams.get(name) !== value);
  if (to.pathname === first.pathname) return given.every(([name, value]) => PAGE.test(name) && /^\d+$/.test(value));
  const folder = first.pathname.replace(/\/$/, '');
  return given.length === 0 && to.pathname.startsWith(`${folder}/`) && /^\/\d+$/.test(to.pathname.slice(folder.length));
}
