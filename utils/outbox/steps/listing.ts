import { Listing } from '#contract';
import type { Tx } from '#utils/db/db.ts';
import { baseOf, heard } from '#utils/listings/agreed.ts';
import { isSameListing } from '#utils/listings/equality.ts';
import { withAnswer } from '#utils/listings/sync.ts';
import { toDraft } from '#utils/listings/toDraft.ts';
import { ProblemAnswerError } from '#utils/marketplace/http.ts';
import type { FieldIssue } from '#utils/model/draft.ts';
import type { StoredListing } from '#utils/model/stored.ts';
import { wait } from '#utils/outbox/problems.ts';
import { type StepInput, type StepResult, updateListing } from './types.ts';

/** Puts the newest revision on the marketplace. The same revision again is answered as the first time. */
export async function listingStep(input: StepInput): Promise<StepResult> {
  const { listing, marketplace } = input;
  try {
    return acknowledged(await marketplace.putListing(listing.id, { ...listing.input, base: baseOf(listing) }));
  } catch (error) {
    if (error instanceof ProblemAnswerError) return refused(error, input);
    throw error;
  }
}

function acknowledged(answer: Listing): StepResult {
  return {
    event: { type: 'done', step: 'listing' },
    facts: (tx) =>
      updateListing(tx, answer.id, (listing) => ({
        ...withAnswer(listing, answer),
        ...heard(listing, answer),
      })),
  };
}

async function refused(error: ProblemAnswerError, { listing, deps, marketplace, row }: StepInput): Promise<StepResult> {
  const { problem } = error;
  if (problem.code === 'revision_old') {
    const current = Listing.safeParse(problem.current);
    if (!current.success) return { event: wait('conflict') };
    if (isSameListing(current.data.input, listing.input)) return acknowledged(current.data);
    return {
      event: wait('conflict'),
      facts: (tx) =>
        updateListing(tx, listing.id, (stored) => ({
          ...withAnswer(stored, current.data),
          theirs: current.data.input,
        })),
    };
  }
  if (problem.code === 'photo_unknown') {
    const keys = await deps.db.read(['photos'], (tx) => tx.keys('photos'));
    if (listing.input.photos.every((hash) => keys.includes(hash))) {
      return { event: { type: 'photosLost' }, facts: (tx) => forgetSent(tx, listing.input.photos, marketplace.url) };
    }
    return rejected(listing, row.rev, [{ path: 'photos', code: 'photo_unknown' }]);
  }
  // Everything that passes by itself (401, 403 waiting, 429, 5xx) is left to the caller.
  if (!REFUSALS.has(problem.code)) throw error;
  return rejected(listing, row.rev, problem.issues ?? [{ path: '', code: problem.code }]);
}

const REFUSALS: ReadonlySet<string> = new Set([
  'invalid',
  'malformed',
  'too_large',
  'forbidden',
  'not_found',
  'listing_foreign',
  'listing_gone',
  'listing_unknown',
  'id_taken',
  'photo_too_large',
  'photo_not_an_image',
  'photo_hash_mismatch',
]);

/** Brings the form back with the marketplace's words at the fields; what has been typed since stays. */
export function rejected(listing: StoredListing, rev: number, issues: FieldIssue[]): StepResult {
  return {
    event: wait('rejected', issues[0]?.code ?? null),
    async facts(tx, current) {
      if (!current) return;
      const typed = (await tx.get('drafts', listing.id)) ?? (await toDraft(tx, listing));
      await tx.put('drafts', { ...typed, issues, baseRev: rev });
    },
  };
}

async function forgetSent(tx: Tx, hashes: readonly string[], url: string): Promise<void> {
  for (const hash of hashes) {
    const photo = await tx.get('photos', hash);
    if (photo !== undefined) await tx.put('photos', { ...photo, sentTo: photo.sentTo.filter((to) => to !== url) });
  }
}
