import { Consignments } from '#components/consignments/Consignments.tsx';
import { SiteCare } from '#components/linkHealth/SiteCare.tsx';
import { Listings } from '#components/listings/Listings.tsx';
import type { Undoable } from '#components/listings/useListingActions.ts';
import { AHEAD } from '#utils/consignments/ahead.ts';
import type { Output } from '#utils/messages.ts';

interface Props {
  consigned: Output<'consignment/list'> | null;
  onTaken: (id: string) => unknown;
  onDone: (done: Undoable) => void;
}

/** The tab of products: what villagers sent, how the posts of the site stand, and what is on sale. */
export function Products({ consigned, onTaken, onDone }: Props) {
  return (
    <>
      <Consignments list={consigned} most={AHEAD} onTaken={onTaken} onDone={onDone} />
      <SiteCare />
      <Listings onDone={onDone} />
    </>
  );
}
