import type { Background } from '#utils/background/context.ts';
import { showMenu } from '#utils/intake/menu.ts';
import { listReplies, saveReplies } from '#utils/replies/replies.ts';
import { DONE, type HandlersOf } from '#utils/runtime/handlers.ts';
import { getSettings, patchSettings } from '#utils/settings.ts';

export function settingsHandlers({ db, broadcast, drain }: Background) {
  return {
    'settings/get': () => getSettings(db),
    async 'settings/patch'(patch) {
      const settings = await patchSettings(db, patch);
      broadcast('settings');
      if (patch.locale !== undefined) void showMenu(settings.locale).catch(() => undefined);
      // A shop was switched on: listings go into the CMS shops of open sites now and need not wait for a visit.
      if (patch.shop || patch.wooCommerce || patch.productTable) drain();
      return settings;
    },
    'reply/list': () => listReplies(db),
    async 'reply/save'({ village, texts }) {
      await saveReplies(db, village, texts);
      broadcast('settings');
      drain();
      return DONE;
    },
    async 'typed/keep'({ key, text }) {
      await db.change(['typed'], (tx) => (text === '' ? tx.delete('typed', key) : tx.put('typed', { key, text })));
      return DONE;
    },
    async 'typed/read'({ key }) {
      const typed = await db.read(['typed'], (tx) => tx.get('typed', key));
      return { text: typed?.text ?? '' };
    },
  } satisfies HandlersOf<'settings/get' | 'settings/patch' | 'reply/list' | 'reply/save' | 'typed/keep' | 'typed/read'>;
}
