import { listPermits, PERMIT_NAMES } from '#contract';
import { dayText } from '#contract/format.ts';
import { locale, t } from '#utils/i18n/t.ts';
import { type PermitStanding, permitStanding } from '#utils/listing/permits.ts';
import type { ListingView } from '#utils/model/views.ts';

const WORDS = {
  fine: null,
  soon: 'listing_permit_soon',
  over: 'listing_permit_over',
} as const satisfies Record<PermitStanding['state'], string | null>;

/** Permits that end soon or have ended, of what is offered to buyers. Nothing for what carries no date. */
export function PermitWarnings({ listing }: { listing: ListingView }) {
  if (listing.state === 'draft' || listing.state === 'withdrawn') return null;
  const lines = listPermits(listing.permits).flatMap(({ kind, ...permit }) => {
    const standing = permitStanding(kind, permit, Date.now());
    const word = standing && WORDS[standing.state];
    return standing && word ? [t(word, PERMIT_NAMES[kind], dayText(standing.until, locale()))] : [];
  });
  if (lines.length === 0) return null;
  return (
    <div class="why why-waits">
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}
