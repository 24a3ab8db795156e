import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import type { BackgroundClient } from '#components/background/context.ts';
import { AppError } from '#utils/appError.ts';
import { createDb, type Db } from '#utils/db/db.ts';
import { openDraft, saveDraft } from '#utils/drafts/drafts.ts';
import { publish } from '#utils/drafts/publish.ts';
import { listMakers } from '#utils/makers/book.ts';
import type { Input, MessageName, Output } from '#utils/messages.ts';
import { MESSAGES } from '#utils/messages.ts';
import type { Template } from '#utils/model/draft.ts';
import type { PanelVillage } from '#utils/model/site.ts';
import type { ListingView } from '#utils/model/views.ts';
import { getSettings } from '#utils/settings.ts';

interface State {
  asleep: boolean;
  article: Output<'prefill/read'>;
  /** Names of the messages asked, oldest first. */
  sent: MessageName[];
  /** How many messages are being answered. */
  pending: number;
  /** Whose the product is. */
  village: PanelVillage;
  /** The village's own products. */
  listings: ListingView[];
  last: Template | null;
  /** What was said of the shop's products. */
  taken: Input<'shop/taken'>[];
  usual: Template[];
}

const NOBODY: PanelVillage = { connection: null, missing: null, among: [], several: false };

/**
 * The background's own drafts and database, asked as the panel asks them; `state` is what the rest of the background
 * answers and was asked.
 */
export function testBackground(): { background: BackgroundClient; db: Db; state: State } {
  Object.assign(globalThis, { indexedDB: new IDBFactory() });
  const db = createDb();
  const state: State = {
    asleep: false,
    article: null,
    sent: [],
    pending: 0,
    village: NOBODY,
    listings: [],
    last: null,
    taken: [],
    usual: [],
  };
  const clock = () => ({ now: Date.now(), random: 0.5 });
  const handlers: { [N in MessageName]?: (input: Input<N>) => Promise<Output<N>> } = {
    'panel/open': async ({ listingId, fresh }) => ({
      sold: null,
      last: state.last,
      usual: state.usual,
      site: null,
      settings: await getSettings(db),
      village: state.village,
      makers: await listMakers(db, null),
      draft: await openDraft(db, listingId, null, Date.now(), fresh),
    }),
    'panel/check': async () => ({ held: true, unseen: null }),
    'panel/makers': () => listMakers(db, null),
    'panel/village': async () => state.village,
    'village/choose': async ({ village }) => {
      const chosen = state.village.among.find(({ key }) => key === village);
      state.village = { ...state.village, connection: chosen?.connection ?? null };
      return state.village;
    },
    'draft/save': (draft) => saveDraft(db, draft, Date.now()),
    'listing/publish': (draft) => publish(db, draft, clock()),
    'prefill/read': async () => state.article,
    'shop/taken': async (said) => {
      state.taken.push(said);
      return { done: true };
    },
    'source/take': async () => null,
    'outbox/list': () => db.read(['outbox'], (tx) => tx.all('outbox')),
    'listing/list': async () => state.listings,
  };
  const send = async <N extends MessageName>(name: N, input: Input<N>): Promise<Output<N>> => {
    state.sent.push(name);
    const handler = handlers[name];
    if (state.asleep || handler === undefined) throw new AppError('no_answer');
    state.pending += 1;
    try {
      return MESSAGES[name].output.parse(await handler(structuredClone(input))) as Output<N>;
    } finally {
      state.pending -= 1;
    }
  };
  return { background: { send, onChanged: () => () => undefined, holdWorkPort: () => () => undefined }, db, state };
}
