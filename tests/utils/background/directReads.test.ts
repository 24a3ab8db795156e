import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { directReads } from '#utils/background/directReads.ts';
import { createDb } from '#utils/db/db.ts';
import { createReader } from '#utils/db/reader.ts';
import { UPGRADES } from '#utils/db/schema.ts';
import { DB_VERSION } from '#utils/db/version.ts';
import { patchSettings } from '#utils/settings.ts';

describe('the popup’s own reads', () => {
  const background = vi.fn();
  const ask = (db = createReader()) => directReads(background as Parameters<typeof directReads>[0], db);
  beforeEach(() => {
    Object.assign(globalThis, { indexedDB: new IDBFactory() });
    background.mockReset().mockResolvedValue('from the background');
  });

  test('what is drawn first is what the background has stored, and it is not woken for it', async () => {
    const db = createDb();
    await patchSettings(db, { locale: 'en' });
    expect(await ask()('settings/get', {})).toMatchObject({ locale: 'en' });
    expect(await ask()('inquiry/list', {})).toMatchObject({ inquiries: [], unread: [] });
    expect(background).not.toHaveBeenCalled();
  });

  test('a store that cannot be read is the background’s to answer for', async () => {
    const broken = createReader(() => Promise.reject(new Error('no store here')));
    expect(await ask(broken)('outbox/list', {})).toBe('from the background');
  });

  test('a store that is not there yet, or of another version, is left to the background', async () => {
    expect(await ask()('settings/get', {})).toBe('from the background');
    expect(await indexedDB.databases()).toEqual([]);
    await createDb().read(['values'], async () => undefined);
    expect((await indexedDB.databases())[0]?.version).toBe(DB_VERSION);
    expect(UPGRADES).toHaveLength(DB_VERSION);
  });

  test('a row that cannot be read is the background’s, which sets it aside', async () => {
    const db = createDb();
    await db.change(['inquiries'], (tx) => tx.put('inquiries', { id: 'kaputkaputkaput1' } as never));
    expect(await ask()('inquiry/list', {})).toBe('from the background');
  });

  test('whatever changes something is asked of the background', async () => {
    await ask()('settings/patch', { locale: 'en' });
    expect(background).toHaveBeenCalledWith('settings/patch', { locale: 'en' });
  });
});
