import type { Db, Tx } from './db/db.ts';
import type { Settings } from './model/site.ts';

const INITIAL: Settings = {
  locale: 'id',
  notifications: true,
  rememberDefaults: true,
  defaults: { producerName: '', producerPhone: '', terms: '', category: '', unit: '' },
  ownReplies: [],
};

/** `tx` must hold the `values` store. */
export async function readSettings(tx: Tx): Promise<Settings> {
  return (await tx.value('settings')) ?? INITIAL;
}

export function getSettings(db: Pick<Db, 'read'>): Promise<Settings> {
  return db.read(['values'], readSettings);
}

type Patch = { [K in keyof Settings]?: Settings[K] | undefined };

/** Changes only what is given, in one transaction: two pages that change different things do not undo each other. */
export function patchSettings(db: Db, patch: Patch): Promise<Settings> {
  return db.change(['values'], async (tx) => {
    const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
    const settings: Settings = { ...(await readSettings(tx)), ...given };
    await tx.setValue('settings', settings);
    return settings;
  });
}
