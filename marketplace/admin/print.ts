import { dateTimeWib } from '#contract/format.ts';
import { wibClock, wibDay } from '#contract/wib.ts';
import type { Escalation } from '#marketplace/inquiries/quality.ts';
import { THREAD_REPORTS_SHOWN, type ThreadReport } from '#marketplace/inquiries/reports.ts';
import type { WatchedThread } from '#marketplace/inquiries/watched.ts';
import type { LinkTrouble } from '#marketplace/linkcheck/trouble.ts';
import type { Offerable } from '#marketplace/recipes/offers.ts';
import { type openReports, type openVillageReports, REPORTS_SHOWN } from '#marketplace/reports/service.ts';
import type { OpenRequest } from '#marketplace/villages/siteRequests.ts';
import type { AdminWords } from '#marketplace/words/index.ts';
import type { FoundListing } from './listingSearch.ts';
import type { DeviceSummary, VillageSummary } from './queries.ts';

// What an operator reads in a terminal: the answers of `queries.ts` and of the nouns, as lines of text.

/** Columns side by side, each as wide as its widest cell. */
function columns(rows: string[][]): string {
  const widths = rows[0]?.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0))) ?? [];
  return rows
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** `2025-11-24 15:45 WIB`, as the operator reads a clock. */
function clock(at: Date | null, t: AdminWords): string {
  return at === null ? t('never') : `${wibDay(at)} ${wibClock(at)} WIB`;
}

const cut = <T>(rows: readonly T[], most: number): readonly T[] => rows.slice(0, most);

/** What a stranger wrote, on one line. */
const oneLine = (text: string) => `  - ${text.replace(/[\s\p{Cc}]+/gu, ' ')}`;

export function printVillages(
  villages: readonly VillageSummary[],
  { isSearch, t }: { isSearch: boolean; t: AdminWords },
): string {
  if (villages.length === 0) return t(isSearch ? 'foundNone' : 'noVillages');
  return columns(
    villages.map(({ slug, name, status, sites, listings }) => [
      slug,
      name,
      t(`status_${status}`),
      t('listings', listings),
      sites.join(' '),
    ]),
  );
}

export function printDevices(devices: readonly DeviceSummary[], t: AdminWords): string {
  if (devices.length === 0) return t('noDevices');
  return columns(devices.map(({ id, name, lastSeenAt }) => [id, name, clock(lastSeenAt, t)]));
}

/** Sites that villages ask for, each with the sites it has and the command that adds it. */
export function printSiteRequests(requests: readonly OpenRequest[], t: AdminWords): string {
  if (requests.length === 0) return t('noSiteRequests');
  return requests
    .map(({ village: { slug, name, sites }, site, askedAt }) =>
      [
        t('asksForSite', `${name} (${slug})`, site, clock(askedAt, t)),
        `  ${t('hasSites', sites.join(' ') || '-')}`,
        // A village has written the address, and an operator will paste the line into a shell.
        `  npm run marketplace -- site ${slug} '${site.replaceAll("'", '%27')}'`,
      ].join('\n'),
    )
    .join('\n');
}

type Reported = Pick<Awaited<ReturnType<typeof openReports>>[number], 'reports' | 'reasons' | 'words'>;

/** One reported thing: its reasons, how often it was reported, and the reporters' words below. */
function reportLines(what: string, address: string, { reports, reasons, words }: Reported, t: AdminWords): string {
  return [
    `${what} (${t('reported', reports)}: ${reasons.map((it) => t(`reason_${it}`)).join(', ')})`,
    `  ${address}`,
    ...words.map(oneLine),
  ].join('\n');
}

/** Reported villages and products, villages first. Of more than are shown, one more is given, and that is said. */
export function printReports(
  products: Awaited<ReturnType<typeof openReports>>,
  villages: Awaited<ReturnType<typeof openVillageReports>>,
  baseUrl: string,
  t: AdminWords,
): string {
  if (products.length === 0 && villages.length === 0) return t('noReports');
  return [
    ...cut(villages, REPORTS_SHOWN).map((it) =>
      reportLines(it.village.name, `${baseUrl}/desa/${it.village.slug}`, it, t),
    ),
    ...cut(products, REPORTS_SHOWN).map((it) =>
      reportLines(`${it.listing.name}, ${it.village}`, `${baseUrl}/p/${it.listing.slug}`, it, t),
    ),
    ...(products.length > REPORTS_SHOWN || villages.length > REPORTS_SHOWN ? [t('moreReports')] : []),
  ].join('\n');
}

/** Villages where nobody answered, in the order given. */
export function printUnanswered(villages: readonly Escalation[], t: AdminWords): string {
  if (villages.length === 0) return t('allAnswered');
  return villages
    .map(({ village, waiting, expired, oldest }) =>
      t('unanswered', `${village.name} (${village.slug})`, waiting, expired, dateTimeWib(oldest)),
    )
    .join('\n');
}

/** Conversations that a buyer or a village reported, with the reporter's words below. */
export function printConversations(reports: readonly ThreadReport[], t: AdminWords): string {
  if (reports.length === 0) return t('noConversations');
  const lines = cut(reports, THREAD_REPORTS_SHOWN)
    .map(({ village, product, by, at, words }) =>
      [
        t(`conversation_${by}`, `${village.name} (${village.slug})`, product.name, dateTimeWib(at)),
        ...(words === null ? [] : [oneLine(words)]),
      ].join('\n'),
    )
    .join('\n');
  return reports.length > THREAD_REPORTS_SHOWN ? `${lines}\n${t('moreConversations')}` : lines;
}

/** How sites save an article: everything that the next village would be given. */
export function printRecipes(recipes: readonly Offerable[], t: AdminWords): string {
  if (recipes.length === 0) return t('noRecipes');
  return recipes
    .map(({ from, offer: { create, asked, lists }, offered }) =>
      [
        ...(from === null ? [] : [t('recipeOf', from.village.name, from.village.slug, from.siteUrl)]),
        oneLine(`${create.method} ${create.page} → ${create.action}`),
        oneLine(create.fields.map(({ role, name }) => `${role} → ${name}`).join(', ')),
        ...[...create.chosen, ...(create.press ? [create.press] : [])].map(({ name, value }) =>
          oneLine(`${name}: ${value || '-'}`),
        ),
        ...(create.members ? [oneLine(`JSON: ${create.members.join(', ')}`)] : []),
        ...(create.token
          ? [oneLine(`${create.token.header} ← ${create.token.meta ?? create.token.cookie ?? '-'}`)]
          : []),
        oneLine(lists.join(' ')),
        ...(asked.length === 0 ? [] : [oneLine(t('recipeAsks', asked.join(', ')))]),
        ...(offered === null ? [] : [oneLine(t('offeredAs', offered))]),
        // An official's page has named these, and an operator will paste the line into a shell.
        ...(from === null || offered !== null
          ? []
          : [`  npm run marketplace -- offer ${from.village.slug} '${from.siteUrl.replaceAll("'", '%27')}'`]),
      ].join('\n'),
    )
    .join('\n\n');
}

/** Products as they were found; of more than are shown, that is said. */
export function printListings(listings: readonly FoundListing[], hasMore: boolean, t: AdminWords): string {
  if (listings.length === 0) return t('foundNone');
  const lines = columns(
    listings.map(({ id, name, village, standing, hidden }) => [
      id,
      name,
      village.slug,
      t(`standing_${standing}`),
      ...(hidden === null ? [] : [hidden.replace(/[\s\p{Cc}]+/gu, ' ')]),
    ]),
  );
  return hasMore ? `${lines}\n${t('moreThanShown')}` : lines;
}

/** Conversations that are held or were reported, without their words. */
export function printWatched(threads: readonly WatchedThread[], hasMore: boolean, t: AdminWords): string {
  if (threads.length === 0) return t('noHeld');
  const lines = threads.map(({ village, product, reasons, updatedAt }) =>
    [
      `${village.name} (${village.slug})`,
      product.name,
      reasons.map((one) => t(`watch_${one}`)).join(', '),
      dateTimeWib(updatedAt),
    ].join(' · '),
  );
  return [...lines, ...(hasMore ? [t('moreThanShown')] : [])].join('\n');
}

/** Links back that were not seen, each with the reason; what is not there apart from what could not be looked at. */
export function printLinks(links: readonly LinkTrouble[], hasMore: boolean, t: AdminWords): string {
  if (links.length === 0) return t('noLinkTroubles');
  const lines = links.map(({ listing, village, url, reason, meaning, checkedAt }) =>
    [
      `${listing.name}, ${village.name} (${village.slug}): ${t(meaning === 'absent' ? 'linkAbsent' : 'linkUnseen')} (${reason})`,
      `  ${url} · ${clock(checkedAt, t)}`,
      `  npm run marketplace -- look ${listing.id}`,
    ].join('\n'),
  );
  return [...lines, ...(hasMore ? [t('moreThanShown')] : [])].join('\n');
}
