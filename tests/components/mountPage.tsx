import './browser.ts';
import 'fake-indexeddb/auto';
import type { ComponentChildren } from 'preact';
import { act } from 'preact/test-utils';
import { type BackgroundClient, BackgroundContext } from '#components/background/context.ts';
import type { Village } from '#contract';
import { mount } from '#tests/support/mount.ts';
import { AppError } from '#utils/appError.ts';
import type { Background } from '#utils/background/context.ts';
import { asideHandlers } from '#utils/background/handlers/aside.ts';
import { cmsShopHandlers } from '#utils/background/handlers/cmsShop.ts';
import { connectionHandlers } from '#utils/background/handlers/connection.ts';
import { consignmentHandlers } from '#utils/background/handlers/consignments.ts';
import { draftHandlers } from '#utils/background/handlers/drafts.ts';
import { inboxHandlers } from '#utils/background/handlers/inbox.ts';
import { makerHandlers } from '#utils/background/handlers/makers.ts';
import { outboxHandlers } from '#utils/background/handlers/outbox.ts';
import { recipeHandlers } from '#utils/background/handlers/recipes.ts';
import { settingsHandlers } from '#utils/background/handlers/settings.ts';
import { shareHandlers } from '#utils/background/handlers/share.ts';
import { createDb } from '#utils/db/db.ts';
import { openDatabase } from '#utils/db/open.ts';
import { loadWords } from '#utils/i18n/t.ts';
import { type Input, MESSAGES, type MessageName, type Output } from '#utils/messages.ts';
import type { OutboxMessage } from '#utils/model/outbox.ts';
import { type Connection, villageKey } from '#utils/model/site.ts';
import type { StoredInquiry, StoredVillage } from '#utils/model/stored.ts';
import type { Changed } from '#utils/runtime/changed.ts';
import type { Handlers } from '#utils/runtime/handlers.ts';
import { openMarketplace } from '#utils/villages/villages.ts';

export { soon } from '#tests/support/soon.ts';

import { idOf } from '#tests/utils/inquiries/make.ts';

export const VILLAGE: Village = {
  id: idOf('village'),
  slug: 'dagan',
  name: 'Desa Dagan',
  code: null,
  district: 'Bobotsari',
  regency: 'Purbalingga',
  sites: ['https://dagan.desa.id'],
  url: 'https://pasar.example/desa/dagan',
  status: 'approved',
};

const connectionOf = (village: Village): Connection => ({
  marketplaceUrl: 'https://pasar.example',
  deviceId: idOf('device'),
  deviceName: 'Laptop kantor',
  village,
});

let databases = 0;

/**
 * The extension's real background (its handlers and its database) without a browser, and with the marketplace down:
 * nothing that a page shows may need it. Only the queries about tabs and sites get no answer.
 */
export async function createWorld() {
  await loadWords('id');
  const name = `popup-${databases++}`;
  const db = createDb(() => openDatabase(name));
  const listeners = new Set<(changed: Changed) => void>();
  let server: Background['fetch'] = () => Promise.reject(new TypeError('the server is down'));
  const background: Background = {
    db,
    fetch: (...request) => server(...request),
    clock: () => ({ now: Date.now(), random: 0.5 }),
    marketplace: (village) => openMarketplace(db, background.fetch, village),
    broadcast: (changed, id = null) => {
      for (const listener of listeners) listener({ changed, id });
    },
    drain: () => undefined,
    trigger: () => undefined,
  };
  const handlers: Partial<Handlers> = {
    ...settingsHandlers(background),
    ...cmsShopHandlers(background),
    ...inboxHandlers(background),
    ...outboxHandlers(background),
    ...draftHandlers(background),
    ...connectionHandlers(background),
    ...makerHandlers(background),
    ...consignmentHandlers(background),
    ...recipeHandlers(background),
    ...asideHandlers(background),
    ...shareHandlers(background),
  };
  const asked: MessageName[] = [];
  const client: BackgroundClient = {
    async send<N extends MessageName>(message: N, input: Input<N>) {
      asked.push(message);
      const handler = handlers[message] as ((input: Input<N>, from: unknown) => Promise<unknown>) | undefined;
      if (handler === undefined) throw new AppError('no_answer');
      const given = MESSAGES[message].input.parse(input) as Input<N>;
      return MESSAGES[message].output.parse(await handler(given, { page: 'popup', tab: null })) as Output<N>;
    },
    onChanged(callback) {
      listeners.add(callback);
      return () => listeners.delete(callback);
    },
    holdWorkPort: () => () => undefined,
  };
  return {
    db,
    /** What stands behind the page; `background` is how the page asks it. */
    backend: background,
    background: client,
    asked,
    /** From now on the marketplace answers so. */
    serve(answer: Background['fetch']) {
      server = answer;
    },
    async give(inquiries: StoredInquiry[], rows: OutboxMessage[] = []) {
      await db.change(['inquiries', 'outbox'], async (tx) => {
        for (const inquiry of inquiries) await tx.put('inquiries', inquiry);
        for (const row of rows) await tx.put('outbox', row);
      });
      background.broadcast('inquiries');
      background.broadcast('outbox');
    },
    /** Writes a row past every check, as another version or a broken disk would. */
    async putRaw(store: string, row: unknown) {
      const raw = await openDatabase(name);
      await raw.put(store, row);
      raw.close();
    },
    rows: () => db.read(['outbox'], (tx) => tx.all('outbox')),
    connect: (village: Village = VILLAGE, over: Partial<StoredVillage> = {}) =>
      db.change(['villages'], (tx) => {
        const connection = connectionOf(village);
        const key = villageKey(connection);
        const inbox = { cursor: null, syncedAt: null };
        return tx.put('villages', { key, public: connection, token: 'x', revoked: false, inbox, ...over });
      }),
    draw: (page: ComponentChildren) => draw(client, page),
  };
}

/** Changes the language, as the page does before it draws. */
export const speak = loadWords;

export type World = Awaited<ReturnType<typeof createWorld>>;

/** A page on the screen; `close` ends it as the browser ends a popup: at once, with no last word. */
const draw = (client: BackgroundClient, page: ComponentChildren) =>
  mount(<BackgroundContext.Provider value={client}>{page}</BackgroundContext.Provider>);

/** A key pressed with the focus where it is. */
export function press(key: string, init: KeyboardEventInit = {}): void {
  const target = document.activeElement ?? document.body;
  act(() => void target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init })));
}

export function type(box: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  act(() => {
    box.value = text;
    box.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

export function click(target: Element | null | undefined): void {
  if (!(target instanceof HTMLElement)) throw new Error('nothing to click');
  act(() => target.click());
}

/** The button or link with these words. */
export function button(root: ParentNode, words: string | RegExp): HTMLElement {
  const all = [...root.querySelectorAll<HTMLElement>('button, a')];
  const found = all.find(({ textContent }) =>
    typeof words === 'string' ? textContent.includes(words) : words.test(textContent ?? ''),
  );
  if (found === undefined) throw new Error(`no button says ${words}`);
  return found;
}
