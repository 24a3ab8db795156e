import type { Background } from '#utils/background/context.ts';
import { notifyChanged } from '#utils/background/notifyChanged.ts';
import { checkSite } from '#utils/linkHealth/check.ts';
import { listHealth, rewrite } from '#utils/linkHealth/health.ts';
import type { HandlersOf } from '#utils/runtime/handlers.ts';
import { productsPage } from '#utils/sites/productsPage.ts';
import { askWriter, prepareWriter } from '#utils/sites/writer.ts';

export function linkHealthHandlers(background: Background) {
  const { db, clock } = background;
  return {
    'upkeep/health': () => listHealth(db),
    async 'upkeep/rewrite'({ id }) {
      await rewrite(db, id, clock());
      return notifyChanged(background, id);
    },
    'site/productsPage': ({ siteUrl }) => productsPage(siteUrl),
  } satisfies HandlersOf<'upkeep/health' | 'upkeep/rewrite' | 'site/productsPage'>;
}

/** Makes the day's check of our posts through a signed-in admin page that has just been opened. Never throws. */
export async function visited({ db, clock, broadcast }: Background, siteUrl: string, tabId: number): Promise<void> {
  const ask = async (posts: Parameters<Parameters<typeof checkSite>[3]>[0]) => {
    await prepareWriter(tabId);
    return askWriter(tabId, 'cms/check', { posts });
  };
  if (await checkSite(db, siteUrl, () => clock().now, ask)) broadcast('listings');
}
