import type { BulkResult } from '#marketplace/inquiries/bulk/send.ts';
import type { View } from '#marketplace/web/view.ts';
import { GROUP, groupIssue } from '#marketplace/words/index.ts';
import type { SentPart } from './model.ts';

/**
 * What became of a press, in words: where it was sent, where not, and why. `gone` villages do not sell it any more;
 * `wasSent` says that the page of the answers is there from an earlier press.
 */
export function partOf(
  view: View,
  { results, gone, path, wasSent }: { results: BulkResult[]; gone: number; path: string; wasSent: boolean },
): SentPart {
  const sent = results.filter(({ outcome }) => outcome === 'sent').map(({ listing }) => listing.village.name);
  const why = (outcome: BulkResult['outcome']) =>
    outcome === 'unknown' ? GROUP[view.locale]('resultUnknown') : groupIssue(view.locale, outcome);
  const failed = results.filter(({ outcome }) => outcome !== 'sent');
  const unsent = failed.map(({ listing, outcome }) => ({ village: listing.village.name, why: why(outcome) }));
  const lost =
    gone > 0
      ? [{ village: GROUP[view.locale]('goneVillages', gone), why: groupIssue(view.locale, 'listing_gone') }]
      : [];
  const isThere = wasSent || results.some(({ outcome }) => outcome === 'sent' || outcome === 'asked_before');
  return {
    path: isThere ? path : null,
    sent,
    unsent: [...unsent, ...lost],
    canAgain: failed.some(({ outcome }) => outcome !== 'asked_before'),
  };
}
