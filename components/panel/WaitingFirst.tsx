import { useCode } from '#components/background/code.ts';
import { useQuery } from '#components/background/context.ts';
import { CALM } from '#components/listings/reasons.ts';
import type { OutboxListing } from '#utils/model/outbox.ts';
import type { ListingView } from '#utils/model/views.ts';
import { waitingCode } from './LazyList.tsx';

interface Props {
  /** The site of this panel; null in a tab of its own. */
  siteUrl: string | null;
  /** Opens the form of a listing. */
  onForm: (listingId: string) => void;
}

/**
 * Above an empty form: the listing of this site that waits for the person, with what can be done about it. A person who
 * changed the page to put the link in finds it here, where the panel that they left had it.
 */
export function WaitingFirst({ siteUrl, onForm }: Props) {
  const listings = useQuery('listing/list', {}, ['listings', 'outbox']);
  const code = useCode(waitingCode);
  const listing = listings.value?.find((one) => one.siteUrl === (siteUrl ?? undefined) && waitsFor(one) !== null);
  const row = listing === undefined ? null : waitsFor(listing);
  if (code === null || listing === undefined || row === null || row.reason === null) return null;
  return (
    <section class="waiting-first">
      <h2>{listing.name}</h2>
      <code.Waiting
        row={row}
        reason={row.reason}
        byHand={listing.byHand === true}
        postUrl={listing.postUrl}
        onForm={() => onForm(listing.id)}
      />
    </section>
  );
}

/** What a listing waits for a person for; null when it goes on by itself, or its form has to be opened anyway. */
function waitsFor({ row }: ListingView): OutboxListing | null {
  if (row?.kind !== 'listing' || row.reason === null) return null;
  return CALM.has(row.reason) ? null : row;
}
