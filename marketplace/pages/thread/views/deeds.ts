import type { Counted, Terms } from '#contract';
import { termsText } from '#contract/format.ts';
import { OFFERS_MAX } from '#marketplace/inquiries/rules.ts';
import type { EventKind } from '#marketplace/inquiries/thread.ts';
import type { View } from '#marketplace/web/view.ts';
import { THREAD } from '#marketplace/words/index.ts';

interface Deed {
  kind: EventKind;
  seq: number;
  terms: Terms | null;
}

/** What was done, in words, for both sides; empty for what only its own words tell. `all` is the whole conversation. */
export function deedText({ locale }: View, listing: Counted, all: readonly Deed[], event: Deed): string {
  const t = THREAD[locale];
  const terms = event.terms === null ? '' : termsText(event.terms, listing, locale);
  switch (event.kind) {
    case 'offered': {
      const nth = all.filter((e) => e.kind === 'offered' && e.seq <= event.seq).length;
      return t(nth === OFFERS_MAX ? 'did_offered_last' : 'did_offered', terms, nth);
    }
    case 'countered':
      return t('did_countered', terms);
    case 'asked':
    case 'said':
    case 'reminded':
    case 'erased':
      return '';
    case 'unproven':
      return t('did_held');
    default:
      return t(`did_${event.kind}`);
  }
}
