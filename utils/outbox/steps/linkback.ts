import type { BacklinkInput, Recipe } from '#contract';
import { CmsError, type LinkBackPost, type PostRef } from '#utils/cms/types.ts';
import { isByHand, postByHand } from '#utils/listings/byHand.ts';
import { mayStandOf } from '#utils/listings/mayStand.ts';
import { pictureInOf } from '#utils/listings/pictureIn.ts';
import { withAnswer } from '#utils/listings/sync.ts';
import { ProblemAnswerError } from '#utils/marketplace/http.ts';
import { CARD_GONE, CARD_STALE } from '#utils/model/cardTask.ts';
import type { StoredListing } from '#utils/model/stored.ts';
import { adapterTabs, type SiteTab } from '#utils/outbox/deps.ts';
import { inFlightUntil, settlesAt } from '#utils/outbox/inFlight.ts';
import { afterFailure } from '#utils/outbox/mayStand.ts';
import { wait } from '#utils/outbox/problems.ts';
import { isCurrent, OUTBOX_STORES } from '#utils/outbox/store.ts';
import { askForSite, siteAround } from '#utils/villages/askForSite.ts';
import { byHand, mayRewrite } from './byHand.ts';
import { drivenStep } from './driven.ts';
import { asByHand, marksOf, wordsFor } from './learnedWords.ts';
import { type StepInput, type StepResult, updateListing } from './types.ts';
import { isUntried, recordWritten } from './written.ts';

/** Writes (or takes down) the post on the village's own site, then tells the marketplace where it is. */
export async function linkbackStep(input: StepInput): Promise<StepResult> {
  const { listing, row } = input;
  // The post holds this revision already, and only telling the marketplace was cut off: the CMS is left alone.
  // What an adapter may have left of a withdrawn product is looked for first, also when a person has taken out their card.
  const isLeft = listing.input.state === 'withdrawn' && mayStandOf(listing) !== undefined;
  const isWritten = listing.postRev === row.rev && !listing.overwriteEdits && !isLeft;
  const written = isWritten ? listing.post : await write(input);
  if (written !== null && 'event' in written) return written;
  return written === null ? nothingToTell(listing) : tellMarketplace(input, written);
}

/** The result for a listing that was withdrawn before any post of it existed. */
function nothingToTell(listing: StoredListing): StepResult {
  return {
    event: { type: 'done', step: 'linkback', drop: ['proof'] },
    facts: (tx) => updateListing(tx, listing.id, (stored) => ({ ...stored, writing: null, mayStand: undefined })),
  };
}

async function write(input: StepInput): Promise<PostRef | null | StepResult> {
  const { listing, deps } = input;
  const written = await byHand(input);
  if (written === null || !('recipe' in written)) return written;
  const siteUrl = listing.input.siteUrl ?? '';
  const { recipe } = written;
  // What is looked for or taken down is not driven.
  if (recipe?.create.way === 'driven' && listing.input.state !== 'withdrawn') return drivenStep(input, recipe);
  if (recipe !== null) {
    const [tabId] = await deps.tabs.anyOf(siteUrl);
    return tabId === undefined ? { event: wait('no_tab') } : begin(tabId, input, recipe);
  }
  const tabs = await adapterTabs(deps.tabs, siteUrl);
  const openIn = (tab: SiteTab) => listing.post !== null && tab.page.openPost === listing.post.postId;
  if (tabs.some(openIn)) return { event: wait('open_in_editor') };
  const [tab] = tabs;
  if (tab === undefined) return { event: wait('no_tab') };
  return begin(tab.tabId, input);
}

async function begin(tabId: number, input: StepInput, recipe?: Recipe): Promise<PostRef | null | StepResult> {
  const { listing, deps, row } = input;
  const writer = await deps.tabs.prepare(tabId);
  const { now } = deps.clock();
  const until = inFlightUntil(listing.writing, writer, now) ?? settlesAt(listing.mayStand, now);
  if (until !== null) return { event: { type: 'later', milliseconds: until - now } };
  const begun = await deps.db.change(OUTBOX_STORES, async (tx) => {
    if (!(await isCurrent(tx, row))) return null;
    const before = await tx.get('listings', listing.id);
    // On a learned site the person's yes counts for one try: whatever comes of it is looked at before the next.
    const yes = recipe === undefined ? {} : { overwriteEdits: false };
    await updateListing(tx, listing.id, (stored) => ({
      ...stored,
      ...yes,
      writing: { writer, at: now },
      untried: undefined,
    }));
    const pictureIn = pictureInOf(await tx.all('listings'), listing.input.siteUrl, now);
    return { isFirst: before !== undefined && isUntried(before), pictureIn };
  });
  // A newer revision came between: this row's answer changes nothing, and the newer row is worked off next.
  if (begun === null) return { event: { type: 'later', milliseconds: 0 } };
  return writeIn(tabId, input, begun, recipe);
}

async function writeIn(
  tabId: number,
  input: StepInput,
  begun: Pick<LinkBackPost, 'pictureIn'> & { isFirst: boolean },
  recipe: Recipe | undefined,
): Promise<PostRef | null | StepResult> {
  const { listing, deps } = input;
  const withdraw = listing.input.state === 'withdrawn';
  const { overwriteEdits, former } = listing;
  const post = await deps.toPost(listing, wordsFor(recipe));
  const known = knownTo(recipe, listing);
  const marks = withdraw && recipe !== undefined && { marks: await marksOf(deps, listing) };
  const left = { known, mayStand: mayStandOf(listing)?.posts, former };
  try {
    // The person has looked, and nothing of the withdrawn product is there.
    const isGone = withdraw && recipe !== undefined && overwriteEdits && known === null;
    const saved = isGone
      ? null
      : withdraw
        ? await deps.tabs.unpublish(tabId, { link: post.link, title: post.title, ...left, ...marks }, recipe)
        : await deps.tabs.save(tabId, { ...post, ...left, ...begun, overwriteEdits }, recipe);
    // Somebody took the post down before us: what it was is known, and so is that it is gone.
    const ref =
      (recipe !== undefined && saved !== null ? asByHand(saved, listing, recipe) : saved) ??
      (listing.post && { ...listing.post, state: 'gone' as const });
    await recordWritten(input, ref);
    return ref;
  } catch (error) {
    // The writer answered, so no write is in flight any more. Whether the site has saved is another question: unless the
    // failure says that nothing was written, a post may stand.
    if (error instanceof CmsError) {
      const isKnown = withdraw && mayStandOf(listing) === undefined;
      const mayStand = isKnown ? undefined : afterFailure(listing, error, deps.clock().now);
      // What was certainly not written leaves the yes, and that nothing was tried before, as they were.
      const again =
        recipe === undefined || error.mayHaveWritten ? {} : { overwriteEdits, ...(begun.isFirst && { untried: true }) };
      const isTheirs = error.code === 'not_shown' || error.code === 'not_reached';
      // The site says where it stands now: its address may have followed a new title.
      const stands = withdraw && recipe !== undefined && isTheirs ? (error.what ?? known?.url ?? null) : null;
      const isNew = stands !== null && stands !== known?.url;
      const was = known ?? postByHand(stands ?? '', { ...listing.input, state: 'live' });
      const post = isNew ? { post: { ...was, url: stands } } : {};
      await deps.db.change(['listings'], (tx) =>
        updateListing(tx, listing.id, (stored) => ({
          ...stored,
          ...again,
          ...post,
          writing: null,
          mayStand: stands === null ? mayStand : undefined,
        })),
      );
      // Nobody has shown how an article is taken down here, so the person is asked to, with its address.
      if (stands !== null) return { event: wait('by_hand', CARD_GONE) };
      if (isTheirs && known !== null && recipe !== undefined) return { event: wait('by_hand', CARD_STALE) };
    }
    throw error;
  }
}

/**
 * The article that whoever writes may take for its own. A card that a person has put in is theirs: an adapter looks for
 * what it wrote itself, and only what a person has shown tells how theirs is saved again.
 */
function knownTo(recipe: Recipe | undefined, { post, input }: StoredListing): PostRef | null {
  if (!isByHand(post)) return post;
  const isOut = input.state === 'withdrawn' && post.state === 'gone';
  return recipe !== undefined && mayRewrite(recipe) && !isOut ? post : null;
}

const TOLD_AS: Record<PostRef['state'], BacklinkInput['state']> = {
  published: 'published',
  pending: 'pending',
  draft: 'pending',
  gone: 'gone',
};

const NOT_TOLD = { state: 'none' };

async function tellMarketplace({ listing, marketplace, deps }: StepInput, post: PostRef): Promise<StepResult> {
  const wasMention = post.mentioned === true && post.state !== 'gone';
  // The site may have begun to show links.
  const isMention = wasMention && (await deps.seesLink({ ...listing, post })) !== 'everybody';
  // Words are no link: there is nothing to prove, and nothing that the marketplace could count. One that it was told of is none now.
  if (isMention && (listing.verification ?? NOT_TOLD).state === NOT_TOLD.state)
    return { event: { type: 'done', step: 'linkback', drop: ['proof'] } };
  const state = isMention ? 'gone' : TOLD_AS[post.state];
  const tell = () => marketplace.putBacklink(listing.id, { url: post.url, state });
  try {
    const answer = await tell().catch(async (error: unknown) => {
      if (!isForeignHost(error)) throw error;
      const asked = await askForSite(marketplace, siteAround(post.url, listing.input.siteUrl));
      // A village for practice gets every site that it asks for, at once.
      return asked === 'site_listed' ? tell() : asked;
    });
    if (typeof answer === 'string') return { event: wait('proof_failed', answer) };
    // A post that is not public yet, gone or verified already leaves nothing to prove.
    const isSettled = state !== 'published' || answer.verification.state === 'verified';
    const linked = wasMention && !isMention && { post: { ...post, mentioned: undefined } };
    return {
      event: { type: 'done', step: 'linkback', drop: isSettled ? ['proof'] : [] },
      facts: (tx) => updateListing(tx, listing.id, (stored) => ({ ...withAnswer(stored, answer), ...linked })),
    };
  } catch (error) {
    if (!(error instanceof ProblemAnswerError)) throw error;
    if (isForeignHost(error) || error.code === 'invalid') return { event: wait('proof_failed', error.code) };
    throw error;
  }
}

const isForeignHost = (error: unknown): boolean =>
  error instanceof ProblemAnswerError && error.code === 'backlink_foreign_host';
