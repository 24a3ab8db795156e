import * as z from 'zod/mini';
import { Id, VillageMessage } from '#contract';

/** The steps of publishing, in the order in which they are done. Each step may be repeated without harm. */
export const STEPS = ['photos', 'listing', 'linkback', 'proof'] as const;
export type Step = (typeof STEPS)[number];

/** Why a row does not move right now; the UI maps each to a sentence that says what to do next. */
export const WAIT_REASONS = [
  'offline', // no network: goes on by itself
  'server_down', // marketplace does not answer or 5xx: goes on by itself
  'too_many', // 429
  'update_needed', // the marketplace serves this version no more: goes on by itself after the update
  'not_connected', // no marketplace token (signed out or revoked)
  'village_unknown', // it is not known which village the site belongs to: the person chooses one
  'village_waiting', // the operator has not approved the village yet
  'no_tab', // link back: open the CMS's admin page (any) and it goes on
  'signed_out', // link back: the CMS session ended
  'site_down', // link back: the village site itself cannot just now (5xx, 429, maintenance): goes on by itself
  'password_due', // link back: the CMS wants a new password of this person first
  'open_in_editor', // link back: the post is open in an editor; close it
  'edited_by_hand', // link back: a person changed the post; ask before overwriting
  'no_permission', // link back: this CMS account may not do it
  'markup_changed', // link back: the CMS page is not what we know
  'refused', // link back: the CMS refused
  'field_required', // link back: every post there demands a field of the village's own; `detail` is its label
  'form_changed', // link back: a learned form is not the one that was shown; the person shows it again
  'look_first', // link back: whether a learned site saved is not known; the person looks, then says
  'press_to_write', // link back: the site is written to in sight alone; the person presses “write now”
  'by_hand', // link back: no adapter for this site; a person inserts the card and says where it is
  'proof_failed', // the marketplace did not find our link on the page
  'rejected', // the marketplace refused the listing: back to the form
  'conflict', // changed on another device
] as const;
export type WaitReason = (typeof WAIT_REASONS)[number];

const Common = {
  attempts: z.int(),
  /** ms since the epoch; not before this moment */
  nextAt: z.number(),
  reason: z.nullable(z.enum(WAIT_REASONS)),
  /** Words of the CMS or the name of what was not found, for the sentence. Plain text. */
  detail: z.nullable(z.string()),
  createdAt: z.number(),
};

/**
 * The one row of a listing: the steps that are still owed for revision `rev`. A newer revision overwrites the row, so
 * that a listing never has two.
 */
export const OutboxListing = z.object({
  kind: z.literal('listing'),
  id: Id,
  rev: z.int(),
  owed: z.array(z.enum(STEPS)),
  /** How many photos the marketplace has acknowledged, and how many there are. */
  photosDone: z.int(),
  photosAll: z.int(),
  ...Common,
});
export type OutboxListing = z.infer<typeof OutboxListing>;

/** A reply, counter, accept … waits this long (ms) before it goes out, so that it can be taken back. */
export const UNDO_MS = 10_000;

/**
 * A village's message to a buyer. With the reason `conflict`, the thread had changed before the message came; the row
 * is kept until the popup takes it back.
 */
export const OutboxMessage = z.object({
  kind: z.literal('message'),
  id: Id,
  inquiryId: Id,
  message: VillageMessage,
  ...Common,
});
export type OutboxMessage = z.infer<typeof OutboxMessage>;

export const OutboxRow = z.discriminatedUnion('kind', [OutboxListing, OutboxMessage]);
export type OutboxRow = z.infer<typeof OutboxRow>;
