import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { AppError } from '#utils/appError.ts';
import { MESSAGES, type MessageName, type Sender } from '#utils/messages.ts';
import type { From, Handlers } from '#utils/runtime/handlers.ts';
import { answer } from '#utils/runtime/receive.ts';
import { identify, type RawSender, type SenderRules } from '#utils/runtime/sender.ts';

// The border logs errors, which these tests mean to cause.
beforeEach(() => void vi.spyOn(console, 'error').mockReturnValue(undefined));
afterEach(() => vi.restoreAllMocks());

const NAMES = Object.keys(MESSAGES) as MessageName[];
const SENDERS: Sender[] = ['panel', 'popup', 'options', 'content'];
const REFUSED = { ok: false, code: 'bad_message', issues: [], retryAfterSeconds: null };

/** Handlers that only say that they were reached. */
function watched() {
  const reached: string[] = [];
  const reach = (name: string) => async () => {
    reached.push(name);
    return { done: true };
  };
  const handlers = Object.fromEntries(NAMES.map((name) => [name, reach(name)])) as unknown as Handlers;
  return { handlers, reached };
}

const from = (page: Sender): From => ({ page, tab: { id: 1, url: 'https://dagan.desa.id/wp-admin/', windowId: 1 } });

describe('the table', () => {
  const id = 'abcdefghijklmnop';
  const RIGHT: [MessageName, unknown][] = [
    ['page/hello', { cms: 'wordpress', siteUrl: 'https://a.id', version: null, siteName: null, openPost: null }],
    ['panel/open', { listingId: null }],
    ['prefill/read', {}],
    ['draft/discard', { id }],
    ['listing/withdraw', { id }],
    ['inquiry/list', {}],
    ['inquiry/phone', { id }],
    ['inquiry/send', { inquiryId: id, messageId: id, message: { kind: 'reply', text: 'Ada' } }],
    ['site/disable', { origin: 'https://a.id' }],
    ['connection/redeem', { link: 'https://a.id/undang/x', deviceName: 'Laptop' }],
    ['connection/devices', { village: 'https://pasar.id a' }],
    ['village/choose', { id, village: 'https://pasar.id a' }],
    ['village/forget', { village: 'https://pasar.id a' }],
    ['settings/patch', { locale: 'en' }],
    ['typed/read', { key: 'invite' }],
    ['aside/count', {}],
    ['aside/list', {}],
    ['aside/saved', { newest: 1 }],
  ];
  test.each(RIGHT)(
    '%s in its right shape reaches its handler from those named for it and from nobody else',
    async (name, input) => {
      for (const page of SENDERS) {
        const { handlers, reached } = watched();
        await answer(handlers, { name, input }, from(page));
        expect(reached, page).toEqual((MESSAGES[name].from as readonly Sender[]).includes(page) ? [name] : []);
      }
    },
  );

  test('nothing but a known name with its own shape reaches a handler, whatever is sent', async () => {
    const anything = fc.oneof(
      fc.anything(),
      fc.record({
        name: fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty')),
        input: fc.anything(),
      }),
      fc.record({ name: fc.constantFrom(...NAMES), input: fc.anything() }),
    );
    await fc.assert(
      fc.asyncProperty(anything, fc.constantFrom(...SENDERS), async (message, page) => {
        const { handlers, reached } = watched();
        const got = await answer(handlers, message, from(page));
        const [name] = reached as MessageName[];
        if (name === undefined) {
          expect(got).toEqual(REFUSED);
          return;
        }
        expect(MESSAGES[name].input.safeParse((message as { input: unknown }).input).success).toBe(true);
        expect(MESSAGES[name].from as readonly Sender[]).toContain(page);
      }),
      { numRuns: 2000 },
    );
  });

  test('an answer that is not what the table says does not leave', async () => {
    const { handlers } = watched();
    const leaking = { ...handlers, 'typed/read': async () => ({ secret: 'token' }) } as unknown as Handlers;
    expect(await answer(leaking, { name: 'typed/read', input: { key: 'a' } }, from('popup'))).toMatchObject({
      ok: false,
      code: 'internal',
    });
  });

  test('more than the table says is cut from an answer', async () => {
    const { handlers } = watched();
    const leaking = { ...handlers, 'typed/read': async () => ({ text: 'a', token: 'b' }) } as unknown as Handlers;
    expect(await answer(leaking, { name: 'typed/read', input: { key: 'a' } }, from('popup'))).toEqual({
      ok: true,
      value: { text: 'a' },
    });
  });

  test('a failure keeps its code, issues and pause; a bug keeps its secrets', async () => {
    const { handlers } = watched();
    const issues = [{ path: 'price', code: 'price_low' }];
    const ask = (error: Error) =>
      answer(
        { ...handlers, 'village/list': async () => Promise.reject(error) },
        { name: 'village/list', input: {} },
        from('popup'),
      );
    expect(await ask(new AppError('too_many', issues, 5))).toEqual({
      ok: false,
      code: 'too_many',
      issues,
      retryAfterSeconds: 5,
    });
    expect(await ask(new Error('/home/user/secret'))).toEqual({ ...REFUSED, code: 'internal' });
  });
});

describe('who is asking', () => {
  /** The CMS tabs that the panels' own windows were opened for, by the windows' tabs. */
  const HOMES: Record<number, From['tab']> = {
    21: { id: 7, url: 'https://dagan.desa.id/wp-admin/', windowId: 1 },
    22: { id: 8, url: 'https://evil.example/', windowId: 1 },
  };
  const rules: SenderRules = {
    extensionId: 'ours',
    extensionOrigin: 'chrome-extension://ours',
    isEnabled: async (origin) => origin === 'https://dagan.desa.id',
    homeOf: async (ownTab) => HOMES[ownTab] ?? null,
  };
  const enabled = { id: 7, url: 'https://dagan.desa.id/wp-admin/', windowId: 1 };
  const foreign = { id: 8, url: 'https://evil.example/', windowId: 1 };
  const who = async (sender: RawSender) => (await identify(sender, rules))?.page ?? null;

  test.each<[string, RawSender, Sender | null]>([
    ['the popup', { id: 'ours', url: 'chrome-extension://ours/popup.html' }, 'popup'],
    [
      'the popup in a tab',
      {
        id: 'ours',
        url: 'chrome-extension://ours/popup.html#abc',
        frameId: 0,
        tab: { id: 1, url: 'chrome-extension://ours/popup.html' },
      },
      'popup',
    ],
    [
      'the options page',
      { id: 'ours', url: 'chrome-extension://ours/options.html', frameId: 0, tab: { id: 1 } },
      'options',
    ],
    [
      'the panel in an enabled site',
      { id: 'ours', url: 'chrome-extension://ours/panel.html', frameId: 3, tab: enabled },
      'panel',
    ],
    [
      'the panel in a tab of its own',
      { id: 'ours', url: 'chrome-extension://ours/panel.html', frameId: 0, tab: { id: 1 } },
      'panel',
    ],
    [
      'the panel framed by a foreign site',
      { id: 'ours', url: 'chrome-extension://ours/panel.html', frameId: 3, tab: foreign },
      null,
    ],
    [
      'the popup framed by a foreign site',
      { id: 'ours', url: 'chrome-extension://ours/popup.html', frameId: 3, tab: foreign },
      null,
    ],
    ['a page of ours that asks nothing', { id: 'ours', url: 'chrome-extension://ours/other.html' }, null],
    [
      'the content script of an enabled site',
      { id: 'ours', url: 'https://dagan.desa.id/wp-admin/', frameId: 0, tab: enabled },
      'content',
    ],
    [
      'a frame inside an enabled site',
      { id: 'ours', url: 'https://dagan.desa.id/frame', frameId: 5, tab: enabled },
      null,
    ],
    [
      'a foreign frame that says it is the top',
      { id: 'ours', url: 'https://evil.example/', frameId: 0, tab: enabled },
      null,
    ],
    [
      'the content script of a site that is not enabled',
      { id: 'ours', url: 'https://evil.example/', frameId: 0, tab: foreign },
      null,
    ],
    [
      'plain http of an enabled https site',
      { id: 'ours', url: 'http://dagan.desa.id/', frameId: 0, tab: { id: 7, url: 'http://dagan.desa.id/' } },
      null,
    ],
    ['another extension', { id: 'theirs', url: 'chrome-extension://theirs/popup.html' }, null],
    ['another extension with a page named as ours', { id: 'theirs', url: 'chrome-extension://ours/popup.html' }, null],
    ['nobody', {}, null],
  ])('%s', async (_, sender, page) => {
    expect(await who(sender)).toBe(page);
  });

  test.each([
    ['works for the CMS tab that the background opened it for', 21, 7, 21],
    ['works for nobody when that tab shows another site by now', 22, 22, 22],
    ['works for nobody when the background did not open it', 23, 23, 23],
  ])('the panel in a window of its own %s, whatever its address says', async (_, own, tab, ownTab) => {
    const url = 'chrome-extension://ours/panel.html?tab=7#7';
    const from = await identify({ id: 'ours', url, frameId: 0, tab: { id: own, url, windowId: 3 } }, rules);
    expect(from).toMatchObject({ page: 'panel', tab: { id: tab }, ownTab });
  });

  test('a panel in a frame works for its own tab alone', async () => {
    const url = 'chrome-extension://ours/panel.html';
    const from = await identify({ id: 'ours', url, frameId: 3, tab: { ...enabled, id: 21 } }, rules);
    expect(from).toEqual({ page: 'panel', tab: { ...enabled, id: 21 } });
  });

  test('no combination of addresses lets a site in that is not enabled', async () => {
    const address = fc.oneof(
      fc.string(),
      fc.string().map((text) => `https://${text}`),
      fc.string().map((text) => `https://dagan.desa.id${text}`),
      fc.constantFrom(
        'https://dagan.desa.id.evil.example/',
        'https://dagan.desa.id@evil.example/',
        'https://evil.example/#https://dagan.desa.id',
        'chrome-extension://ours@evil/popup.html',
        'about:blank',
        'data:text/html,',
        '',
      ),
    );
    await fc.assert(
      fc.asyncProperty(address, address, fc.nat(3), async (url, tabUrl, frameId) => {
        const got = await identify({ id: 'ours', url, frameId, tab: { id: 1, url: tabUrl } }, rules);
        expect(got === null || URL.parse(tabUrl)?.origin === 'https://dagan.desa.id').toBe(true);
      }),
    );
  });
});
