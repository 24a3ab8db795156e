import type { Background } from '#utils/background/context.ts';
import {
  CONSIGNMENT_STORES,
  consignmentsOf,
  forgetElsewhere,
  refuseConsignments,
  takeRefusalsBack,
  updateConsignments,
  waitingFor,
} from '#utils/consignments/consignments.ts';
import { listConsignments } from '#utils/consignments/list.ts';
import { fetchConsigned } from '#utils/consignments/photos.ts';
import { refreshConsignments } from '#utils/consignments/refresh.ts';
import { takeConsignment } from '#utils/consignments/take.ts';
import { DONE, type HandlersOf } from '#utils/runtime/handlers.ts';
import { needMarketplace } from '#utils/villages/villages.ts';

export function consignmentHandlers(background: Background) {
  const { db, fetch, clock, broadcast } = background;

  /** Photos that were not brought ahead come now. */
  const fetchMissing = async (id: string) => {
    const found = await db.read(['values'], (tx) => waitingFor(tx, id));
    const one = found?.kept.waiting.find((waiting) => waiting.id === id);
    if (found === null || one === undefined) return;
    await fetchConsigned(db, () => needMarketplace(db, fetch, found.village), one, clock().now);
  };

  return {
    'consignment/list': () => listConsignments(db),
    async 'consignment/take'({ id }) {
      await fetchMissing(id);
      await takeConsignment(db, id, clock().now);
      for (const what of ['consignments', 'drafts', 'listings', 'makers'] as const) broadcast(what);
      background.drain();
      return DONE;
    },
    async 'consignment/refuse'({ ids }) {
      await refuseConsignments(db, ids, clock().now);
      broadcast('consignments');
      return DONE;
    },
    async 'consignment/unrefuse'({ ids }) {
      const taken = await takeRefusalsBack(db, ids, clock().now);
      broadcast('consignments');
      return { taken };
    },
    async 'consignment/seen'() {
      await forgetElsewhere(db);
      broadcast('consignments');
      return DONE;
    },
    async 'consignment/link'({ village }) {
      const link = async () => (await db.read(['values'], (tx) => consignmentsOf(tx, village))).link;
      if ((await link()) === null) await refreshConsignments(background, village);
      return { link: await link() };
    },
    async 'consignment/renew'({ village, was }) {
      const link = await (await needMarketplace(db, fetch, village)).renewConsignmentLink(was);
      await db.change(CONSIGNMENT_STORES, async (tx) =>
        updateConsignments(tx, village, { ...(await consignmentsOf(tx, village)), link }),
      );
      broadcast('consignments');
      return { link };
    },
  } satisfies HandlersOf<
    | 'consignment/list'
    | 'consignment/take'
    | 'consignment/refuse'
    | 'consignment/unrefuse'
    | 'consignment/seen'
    | 'consignment/link'
    | 'consignment/renew'
  >;
}
