import type { Recipe } from '#contract';
import { MINUTE } from '#contract/time.ts';
import { CmsError, type LinkBackPost, type PostRef } from '#utils/cms/types.ts';
import { mayStandOf } from '#utils/listings/mayStand.ts';
import type { DriveEnd, DrivenTab } from '#utils/model/driven.ts';
import type { WaitReason } from '#utils/model/outbox.ts';
import { TabLostError } from '#utils/outbox/deps.ts';
import { inFlightUntil, settlesAt } from '#utils/outbox/inFlight.ts';
import { afterFailure } from '#utils/outbox/mayStand.ts';
import { wait } from '#utils/outbox/problems.ts';
import { asByHand, wordsFor } from './learnedWords.ts';
import { type StepInput, type StepResult, updateListing } from './types.ts';
import { isUntried, recordWritten } from './written.ts';

type NotPressed = Extract<DriveEnd, { state: 'not_pressed' }>;

/** How long (ms) a press counts that could not be followed at once. */
const PRESS_LASTS = 2 * MINUTE;

/** What is waited for where nothing was pressed; the rest is told by a sentence of its own under “write now”. */
const REASONS: Partial<Record<NotPressed['why'], WaitReason>> = {
  signed_out: 'signed_out',
  look_first: 'look_first',
  form_changed: 'form_changed',
  two_buttons: 'form_changed',
  other_site: 'form_changed',
  not_sent: 'form_changed',
  secret: 'form_changed',
  other_file: 'form_changed',
};

/**
 * The article of a site whose form can only be filled in and pressed in sight. Without the person's press (`DrivenTabs`)
 * it waits for that. A press that may have begun is never done again: what came of it is looked for in public, and where
 * nothing is found the person is asked.
 */
export async function drivenStep(input: StepInput, recipe: Recipe): Promise<PostRef | StepResult> {
  const { listing, deps, row } = input;
  const tab = await deps.driven.of(listing.id);
  if (tab === null) return { event: wait('press_to_write') };
  const post = { ...(await deps.toPost(listing, wordsFor(recipe))), ...toldOf(input) };
  // A worker that died in the middle left it so.
  if (tab.state !== 'open') return tab.state === 'pressed' ? after(input, recipe, tab, post) : cutOff(input);
  const { now } = deps.clock();
  const until = inFlightUntil(listing.writing, '', now) ?? settlesAt(mayStandOf(listing), now);
  if (until !== null) return { event: { type: 'later', milliseconds: until - now } };
  // What held it up may have taken hours: the person writes in that tab themself by now.
  if (now - tab.at > PRESS_LASTS) return cutOff(input);
  await deps.driven.begin(listing.id, row.rev);
  const end = await driveIn(input, recipe, tab, post);
  const then = await deps.driven.of(listing.id);
  if (end?.state === 'standing') return settled(input, recipe, end.post);
  // What was noted counts for more than an answer that says nothing of the press.
  if (end?.state === 'not_pressed' && (end.isMarked || then?.state !== 'pressed')) return notPressed(input, end);
  // The page has gone on, to its list mostly, or was closed: only what was noted tells whether it was pressed.
  return then?.state === 'pressed' ? after(input, recipe, then, post) : cutOff(input);
}

function toldOf({ listing }: StepInput): Pick<LinkBackPost, 'known' | 'isFirst' | 'overwriteEdits' | 'mayStand'> {
  const { overwriteEdits } = listing;
  return { known: null, isFirst: isUntried(listing), overwriteEdits, mayStand: mayStandOf(listing)?.posts };
}

/** Null where no answer came, or a failure once the press was noted. A failure of the site before the press is one that a later try may get past. */
async function driveIn(
  { listing, deps }: StepInput,
  recipe: Recipe,
  tab: DrivenTab,
  post: LinkBackPost,
): Promise<DriveEnd | null> {
  try {
    return await deps.driven.drive(tab, post, recipe);
  } catch (error) {
    if (error instanceof TabLostError || (await deps.driven.of(listing.id))?.state === 'pressed') return null;
    await deps.driven.end(listing.id, 'not_read');
    throw error;
  }
}

/** The tab was closed, or went elsewhere, before anything was pressed. */
async function cutOff({ listing, deps }: StepInput): Promise<StepResult> {
  await deps.driven.end(listing.id, 'cut_off');
  return { event: wait('press_to_write', 'cut_off') };
}

async function notPressed({ listing, deps }: StepInput, { why, isMarked }: NotPressed): Promise<StepResult> {
  const { untried, overwriteEdits } = listing;
  // The press was left undone in its very moment: everything is as it was.
  if (isMarked)
    await deps.db.change(['listings'], (tx) =>
      updateListing(tx, listing.id, (stored) => ({ ...stored, writing: null, untried, overwriteEdits })),
    );
  await deps.driven.end(listing.id, why);
  const reason = REASONS[why];
  return { event: reason === undefined ? wait('press_to_write', why) : wait(reason, reason === why ? null : why) };
}

/** What came of the press. */
async function after(
  input: StepInput,
  recipe: Recipe,
  tab: DrivenTab,
  post: LinkBackPost,
): Promise<PostRef | StepResult> {
  const { listing, deps } = input;
  try {
    return await settled(input, recipe, await deps.driven.look(tab, post, recipe));
  } catch (error) {
    if (!(error instanceof CmsError) && !(error instanceof TabLostError)) throw error;
    // It was pressed: whatever kept us from looking says nothing of what the site has saved.
    const failure = error instanceof CmsError && error.mayHaveWritten ? error : new CmsError('network');
    const mayStand = afterFailure(listing, failure, deps.clock().now);
    await deps.db.change(['listings'], (tx) =>
      updateListing(tx, listing.id, (stored) => ({ ...stored, writing: null, mayStand })),
    );
    await deps.driven.end(listing.id, 'unclear');
    return { event: wait('look_first') };
  }
}

async function settled(input: StepInput, recipe: Recipe, post: PostRef): Promise<PostRef> {
  const ref = asByHand(post, input.listing, recipe);
  await recordWritten(input, ref);
  await input.deps.driven.end(input.listing.id, 'done');
  return ref;
}
