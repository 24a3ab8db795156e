import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { directReads } from '#utils/background/directReads.ts';
import { createDb, type Db } from '#utils/db/db.ts';
import { patchSettings } from '#utils/settings.ts';

describe('the popup’s own reads', () => {
  const background = vi.fn();
  const ask = (db: Db) => directReads(background as Parameters<typeof directReads>[0], db);
  beforeEach(() => {
    Object.assign(globalThis, { indexedDB: new IDBFactory() });
    background.mockReset().mockResolvedValue('from the background');
  });

  test('what is drawn first is what the background has stored, and it is not woken for it', async () => {
    const db = createDb();
    await patchSettings(db, { locale: 'en' });
    expect(await ask(createDb())('settings/get', {})).toMatchObject({ locale: 'en' });
    expect(await ask(db)('inquiry/list', {})).toMatchObject({ inquiries: [], unread: [] });
    expect(background).not.toHaveBeenCalled();
  });

  test('a store that cannot be read is the background’s to answer for', async () => {
    const broken = createDb(() => Promise.reject(new Error('no store here')));
    expect(await ask(broken)('outbox/list', {})).toBe('from the background');
  });

  test('whatever changes something is asked of the background', async () => {
    await ask(createDb())('settings/patch', { locale: 'en' });
    expect(background).toHaveBeenCalledWith('settings/patch', { locale: 'en' });
    expect(await ask(createDb())('settings/get', {})).toMatchObject({ locale: 'id' });
  });
});
