import { DAY, HOUR, MINUTE, SECOND } from '#contract/time.ts';
import { STEPS, type Step, type WaitReason } from '#utils/model/outbox.ts';

/** What may set a waiting row going again. `handshake`: a signed-in admin page of the row's site has just been opened. */
export type Trigger = 'start' | 'online' | 'connected' | 'handshake';

export interface RetryPolicy {
  /** The steps at which the reason may come up; `message`: in a row that is a reply. */
  at: readonly (Step | 'message')[];
  /** Milliseconds: the first delay, doubled each time up to the cap; null when no clock moves the row. */
  pace: { first: number; cap: number } | null;
  triggers: readonly Trigger[];
}

const EVERYWHERE = ['photos', 'listing', 'linkback', 'proof', 'message'] as const;
const LINK: readonly Step[] = ['linkback'];

/** Each reason: where it is legal, how it is paced, and what ends it. `outbox/retry` by hand and a newer revision end any. */
export const RETRY_POLICIES: Record<WaitReason, RetryPolicy> = {
  offline: { at: EVERYWHERE, pace: { first: 2 * SECOND, cap: MINUTE }, triggers: ['start', 'online', 'handshake'] },
  server_down: { at: EVERYWHERE, pace: { first: 2 * SECOND, cap: 5 * MINUTE }, triggers: ['start', 'online'] },
  too_many: { at: EVERYWHERE, pace: { first: 5 * SECOND, cap: 10 * MINUTE }, triggers: [] },
  // An update restarts the background, and an operator may change their mind.
  update_needed: { at: EVERYWHERE, pace: { first: HOUR, cap: 6 * HOUR }, triggers: ['start', 'connected'] },
  not_connected: { at: EVERYWHERE, pace: null, triggers: ['connected'] },
  village_unknown: { at: STEPS, pace: null, triggers: ['connected'] },
  village_waiting: { at: EVERYWHERE, pace: { first: MINUTE, cap: 10 * MINUTE }, triggers: ['start', 'connected'] },
  no_tab: { at: LINK, pace: null, triggers: ['handshake', 'start'] },
  signed_out: { at: LINK, pace: null, triggers: ['handshake'] },
  // A village's server that is down is not asked every two seconds; a page of its admin that opens says that it is back.
  site_down: { at: LINK, pace: { first: 10 * SECOND, cap: 10 * MINUTE }, triggers: ['start', 'online', 'handshake'] },
  password_due: { at: LINK, pace: null, triggers: ['handshake'] },
  open_in_editor: { at: LINK, pace: { first: MINUTE, cap: MINUTE }, triggers: ['handshake'] },
  edited_by_hand: { at: LINK, pace: null, triggers: [] },
  // Only a person ends this wait: by `linkback/record`, or by opening the page that holds the link.
  by_hand: { at: LINK, pace: null, triggers: [] },
  // Nothing is written until the person has shown the new form, or has looked and said what stands there.
  form_changed: { at: LINK, pace: null, triggers: [] },
  look_first: { at: LINK, pace: null, triggers: [] },
  press_to_write: { at: LINK, pace: null, triggers: [] },
  // A CMS that has just said no is not asked again at every page the person opens, but within the hour.
  no_permission: { at: LINK, pace: { first: 5 * MINUTE, cap: HOUR }, triggers: [] },
  markup_changed: { at: LINK, pace: { first: 5 * MINUTE, cap: HOUR }, triggers: ['start'] },
  refused: { at: LINK, pace: { first: MINUTE, cap: HOUR }, triggers: ['start'] },
  // Only a person changes what a form demands.
  field_required: { at: LINK, pace: { first: HOUR, cap: DAY }, triggers: [] },
  // A village's sites may have become more.
  proof_failed: { at: ['linkback', 'proof'], pace: { first: HOUR / 2, cap: HOUR / 2 }, triggers: ['connected'] },
  rejected: { at: ['photos', 'listing', 'message'], pace: null, triggers: [] },
  conflict: { at: ['listing', 'message'], pace: null, triggers: [] },
};

/** The moment (ms) that no clock reaches. */
export const NEVER = 8.64e15;

/** Exponential back-off with ±25 % of jitter, so that a village hall of laptops does not come back as one. */
export function delay({ first, cap }: { first: number; cap: number }, attempts: number, random: number): number {
  return Math.min(cap, first * 2 ** Math.min(attempts - 1, 30)) * (0.75 + random / 2);
}
