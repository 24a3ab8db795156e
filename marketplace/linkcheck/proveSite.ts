import { PROOF_FILE, type SiteProof, type SiteProofInput, siteOf } from '#contract';
import type { Deps } from '#marketplace/deps.ts';
import type { Actor } from '#marketplace/http/actor.ts';
import { setVillageStatus } from '#marketplace/listings/visibility.ts';
import { errorFields } from '#marketplace/log.ts';
import { knownOf, toVillage } from '#marketplace/villages/views.ts';
import { isArticleAddress, titleHolds } from './article.ts';
import { openChallenge, ownSite, useChallenge } from './challenge.ts';
import { siteRules } from './check.ts';
import { LinkError } from './failure.ts';
import { fetchPage, type PageRules } from './fetchPage.ts';
import { isVillageDomain } from './sites.ts';

/** The extension waits for the answer, so each page gets less time than in the daily round. */
const PAGE_MS = 6_000;
const FILE_BYTES = 1000;

/**
 * Looks for the site's challenge in the title of an article or in a file at the site's root: neither can be made by a
 * visitor, as a link can. A waiting village that proves its own `*.desa.id` site so is approved, unless the operator
 * wants to approve each one. Throws `backlink_foreign_host` for a site that is not the village's.
 */
export async function proveSite(deps: Deps, actor: Actor, { site: named, url }: SiteProofInput): Promise<SiteProof> {
  const site = ownSite(actor, named);
  const challenge = await openChallenge(deps, actor.villageId, site);
  if (!challenge) return answer(deps, actor, 'no_challenge');
  const rules = { ...siteRules(deps.config, [site]), timeoutMs: PAGE_MS };
  const reason = await reasonAgainst(deps, rules, { site, url, code: challenge.code });
  if (reason !== null) return answer(deps, actor, reason);
  if (!(await useChallenge(deps, challenge))) return answer(deps, actor, 'no_challenge');
  if (deps.config.trustDesaId && isVillageDomain(new URL(site)))
    await setVillageStatus(deps, actor.villageId, 'approved', 'waiting');
  return answer(deps, actor, null);
}

interface Claim {
  site: string;
  url: string | null;
  code: string;
}

/** Null when the site holds the code where only who looks after it can put it. */
async function reasonAgainst(deps: Deps, rules: PageRules, { site, url, code }: Claim): Promise<string | null> {
  try {
    if (url === null) return (await fileHolds(rules, site, code)) ? null : 'code_missing';
    const page = new URL(url);
    if (siteOf(page, [site]) === null) return 'backlink_foreign_host';
    if (!isArticleAddress(page, code)) return 'not_an_article';
    if (!(await titleHolds(rules, page, code))) return 'code_missing';
    return null;
  } catch (error) {
    if (error instanceof LinkError) return error.reason;
    deps.log('error', 'site_proof', errorFields(error));
    return 'unreachable';
  }
}

async function fileHolds(rules: PageRules, site: string, code: string): Promise<boolean> {
  const { html, isWhole } = await fetchPage(`${site}/${PROOF_FILE}`, { ...rules, maxBytes: FILE_BYTES });
  return isWhole && html.replace(/^\ufeff/, '').trim() === code;
}

async function answer(deps: Deps, { villageId }: Actor, reason: string | null): Promise<SiteProof> {
  const row = await deps.db.selectFrom('villages').selectAll().where('id', '=', villageId).executeTakeFirstOrThrow();
  return { isProven: reason === null, reason, village: toVillage(deps, row, await knownOf(deps, deps.db, villageId)) };
}
