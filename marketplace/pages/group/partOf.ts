import type { BulkResult } from '#marketplace/inquiries/bulk/send.ts';
import type { View } from '#marketplace/web/view.ts';
import { GROUP, groupIssue } from '#marketplace/words/index.ts';
import type { SentPart } from './model.ts';

/** What became of a press, in words: where it was sent, where not, and why. `gone` villages do not sell it any more. */
export function partOf(view: View, results: BulkResult[], gone: number, path: string): SentPart {
  const sent = results.filter(({ outcome }) => outcome === 'sent').map(({ listing }) => listing.village.name);
  const why = (outcome: BulkResult['outcome']) =>
    outcome === 'unknown' ? GROUP[view.locale]('resultUnknown') : groupIssue(view.locale, outcome);
  const unsent = results
    .filter(({ outcome }) => outcome !== 'sent')
    .map(({ listing, outcome }) => ({ village: listing.village.name, why: why(outcome) }));
  const lost =
    gone > 0
      ? [{ village: GROUP[view.locale]('goneVillages', gone), why: groupIssue(view.locale, 'listing_gone') }]
      : [];
  return { path: sent.length > 0 ? path : null, sent, unsent: [...unsent, ...lost] };
}
