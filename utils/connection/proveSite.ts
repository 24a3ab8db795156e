import { proofTitle, type SiteProof } from '#contract';
import { DAY, HOUR } from '#contract/time.ts';
import { AppError } from '#utils/appError.ts';
import { encode } from '#utils/cms/card.ts';
import { badgeOf } from '#utils/cms/link.ts';
import { CmsError, type CmsErrorCode, type LinkBackPost } from '#utils/cms/types.ts';
import words from '#utils/cms/words/card.id.json' with { type: 'json' };
import type { Db } from '#utils/db/db.ts';
import type { Marketplace } from '#utils/marketplace/client.ts';
import type { VillageKey } from '#utils/model/site.ts';
import type { SiteProofs } from '#utils/model/stored.ts';
import { adapterTabs, type SiteTabs } from '#utils/outbox/deps.ts';
import { asAppErrors } from '#utils/sites/productsPage.ts';
import { learnVillage } from '#utils/villages/learn.ts';

export interface ProveDeps {
  db: Db;
  tabs: SiteTabs;
  marketplace: Marketplace;
  /** The time (ms). */
  now(): number;
}

/**
 * Proves to the marketplace that this village looks after the site: writes a short article whose title is the
 * marketplace's challenge, has it looked at, and takes it down. What was written is remembered first, so that it comes
 * down at the next visit if this worker dies. Throws `cms_no_tab` without a signed-in admin page, `cms_…` as the CMS
 * answered, `proof_pending` when the account may not publish, `proof_not_offered` by a marketplace of an older version.
 */
export async function proveSite(deps: ProveDeps, village: VillageKey, siteUrl: string): Promise<SiteProof> {
  const { db, tabs, marketplace, now } = deps;
  const [tab] = await adapterTabs(tabs, siteUrl);
  if (tab === undefined) throw new AppError('cms_no_tab');
  const { code } = await offered(() => marketplace.siteChallenge(siteUrl));
  const post = proofPost(marketplace.url, code);
  return asAppErrors(async () => {
    await tabs.prepare(tab.tabId);
    await remember(db, siteUrl, { link: post.link, known: null });
    try {
      const known = await tabs.save(tab.tabId, post);
      await remember(db, siteUrl, { link: post.link, known });
      if (known.state !== 'published') throw new AppError('proof_pending');
      return await prove(deps, village, siteUrl, known.url);
    } finally {
      await takeDownProof(db, tabs, { siteUrl, tabId: tab.tabId, now: now() });
    }
  });
}

/** Has the marketplace look now: at this article, or (null) for the file at the root of the site. */
export async function prove(
  { db, marketplace }: Pick<ProveDeps, 'db' | 'marketplace'>,
  village: VillageKey,
  siteUrl: string,
  url: string | null,
): Promise<SiteProof> {
  const proof = await offered(() => marketplace.proveSite(siteUrl, url));
  await learnVillage(db, village, proof.village);
  return proof;
}

/** Asks the marketplace; one of an older version has nothing at that address. */
export async function offered<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') throw new AppError('proof_not_offered');
    throw error;
  }
}

/**
 * Takes down an article that a proof has left on this site. Never throws. What is left is tried again at the next visit
 * to any page there when the session ended or the tab is gone. Where the CMS says no, each such visit would be one more
 * refused deletion in its log, so it is left an hour, and twice as long each time, up to a week: a person with another
 * role may sign in.
 */
export async function takeDownProof(
  db: Db,
  tabs: SiteTabs,
  { siteUrl, tabId, now }: { siteUrl: string; tabId: number; now: number },
): Promise<void> {
  const left = (await db.read(['values'], (tx) => tx.value('siteProofs')))?.[siteUrl];
  if (left === undefined || now < (left.nextAt ?? 0)) return;
  const { link, known, tries = 0 } = left;
  try {
    await tabs.prepare(tabId);
    await tabs.unpublish(tabId, { link, known });
    await remember(db, siteUrl, null);
  } catch (error) {
    if (!(error instanceof CmsError) || PASSING.has(error.code)) return;
    const nextAt = now + Math.min(HOUR * 2 ** tries, 7 * DAY);
    await remember(db, siteUrl, { link, known, nextAt, tries: tries + 1 });
  }
}

/** These say nothing of what the role may do. */
const PASSING: ReadonlySet<CmsErrorCode> = new Set(['signed_out', 'network']);

function remember(db: Db, siteUrl: string, post: SiteProofs[string] | null): Promise<void> {
  return db.change(['values'], async (tx) => {
    const { [siteUrl]: _, ...others } = (await tx.value('siteProofs')) ?? {};
    await tx.setValue('siteProofs', post === null ? others : { ...others, [siteUrl]: post });
  });
}

/** It has the shape of a link back, so that every adapter finds it again and takes it down. */
function proofPost(marketplaceUrl: string, code: string): LinkBackPost {
  const link = `${marketplaceUrl}/p/${code}`;
  const html = [
    `<p>${encode(words.proof)}</p>`,
    `<p><img src="${badgeOf(link)}" alt="Dodolan" height="40"></p>`,
    `<p><a href="${link}">Dodolan</a></p>`,
  ].join('\n');
  return { listingId: code, link, title: proofTitle(code), html, image: null, known: null, overwriteEdits: false };
}
