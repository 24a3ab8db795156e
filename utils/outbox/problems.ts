import { DAY } from '#contract/time.ts';
import { AppError } from '#utils/appError.ts';
import { isLinkStripped } from '#utils/cms/link.ts';
import { CmsError, type CmsErrorCode } from '#utils/cms/types.ts';
import { TAB_CLOSED } from '#utils/model/cardTask.ts';
import type { WaitReason } from '#utils/model/outbox.ts';
import { TabLostError } from './deps.ts';
import type { OutboxEvent } from './transition.ts';

const CMS_REASONS: Record<CmsErrorCode, WaitReason> = {
  signed_out: 'signed_out',
  no_permission: 'no_permission',
  markup_changed: 'markup_changed',
  refused: 'refused',
  field_required: 'field_required',
  not_read_back: 'refused',
  edited_by_hand: 'edited_by_hand',
  open_in_editor: 'open_in_editor',
  image_refused: 'refused',
  network: 'offline',
  site_down: 'site_down',
  password_due: 'password_due',
  form_changed: 'form_changed',
  look_first: 'look_first',
  not_shown: 'by_hand',
  not_reached: 'by_hand',
  // No article breaks a shop.
  shop_broken: 'refused',
};

/** Refusals that are about the moment or the device, not about what was sent. */
const PASSING: Readonly<Record<string, WaitReason>> = {
  offline: 'offline',
  unreachable: 'server_down',
  unreadable: 'server_down',
  unavailable: 'server_down',
  internal: 'server_down',
  too_many: 'too_many',
  client_too_old: 'update_needed',
  unauthorized: 'not_connected',
  not_connected: 'not_connected',
  village_waiting: 'village_waiting',
  village_blocked: 'village_waiting',
  practice_over: 'not_connected',
};

export type WaitEvent = Extract<OutboxEvent, { type: 'wait' }>;

/** The wait that a failure means; null when the marketplace refused the content itself. */
export function passingWait(error: unknown): WaitEvent | null {
  if (error instanceof CmsError) {
    const event = wait(CMS_REASONS[error.code], error.what);
    // A site that takes links out does so an hour later too, and each try shows an article for a moment.
    if (isLinkStripped(error.what)) return { ...event, retryAfterSeconds: DAY / 1000 };
    return { ...event, retryAfterSeconds: error.retryAfterSeconds };
  }
  if (error instanceof TabLostError) return wait('no_tab', TAB_CLOSED);
  if (!(error instanceof AppError)) return wait('server_down', error instanceof Error ? error.name : null);
  const reason = PASSING[error.code];
  return reason === undefined ? null : { ...wait(reason), retryAfterSeconds: error.retryAfterSeconds };
}

export function wait(reason: WaitReason, detail: string | null = null): WaitEvent {
  return { type: 'wait', reason, detail: detail === null ? null : detail.slice(0, 300) };
}
