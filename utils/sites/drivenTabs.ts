import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { isInside } from '#contract/site.ts';
import { CmsError, type LinkBackPost } from '#utils/cms/types.ts';
import type { Db } from '#utils/db/db.ts';
import { t } from '#utils/i18n/t.ts';
import { useWords } from '#utils/i18n/words.ts';
import { DrivenTab } from '#utils/model/driven.ts';
import { type DrivenSaid, type DrivenTabs, TabLostError } from '#utils/outbox/deps.ts';
import { packPicture } from '#utils/photos/packed.ts';
import { getSettings } from '#utils/settings.ts';
import { askDriver, prepareDriver } from './driver.ts';
import { anyTabsOf } from './tabs.ts';

/** Under this name the session's storage keeps which tabs a person's press has opened; a restart of the browser ends them. */
const KEPT = 'drivenTabs';
const Kept = z.record(z.string(), DrivenTab);
/** How often a page may lead on to another one before its form is there. */
const LED_ON = 3;

async function all(): Promise<Record<string, DrivenTab>> {
  const kept = Kept.safeParse((await browser.storage.session.get(KEPT))[KEPT]);
  return kept.success ? kept.data : {};
}

/** Keeps what is known of a listing's tab; null forgets it. */
export async function keepDrivenTab(listingId: string, tab: DrivenTab | null): Promise<void> {
  const { [listingId]: _, ...others } = await all();
  await browser.storage.session.set({ [KEPT]: tab === null ? others : { ...others, [listingId]: tab } });
}

export const drivenTabOf = async (listingId: string): Promise<DrivenTab | null> => (await all())[listingId] ?? null;

/** The listing that is driven in this tab right now, while the tab is still on its site; null in every other tab. */
export async function drivenIn(tab: { id: number; url: string } | null, listingId: string): Promise<DrivenTab | null> {
  const kept = await drivenTabOf(listingId);
  return kept !== null && tab?.id === kept.tabId && isInside(tab.url, kept.siteUrl) ? kept : null;
}

/** The tabs of a browser in which pages are driven. */
export function drivenTabs(db: Db): DrivenTabs {
  const say = async () => {
    await useWords((await getSettings(db)).locale);
    return { title: t('driven_title'), text: t('driven_text'), stop: t('lesson_stop'), looking: t('lesson_looking') };
  };
  const packed = async ({ image, ...post }: LinkBackPost) => ({
    ...post,
    image: image && { ...(await packPicture(image)), alt: image.alt },
  });
  return {
    of: drivenTabOf,
    async begin(listingId, rev) {
      const tab = await drivenTabOf(listingId);
      if (tab !== null) await keepDrivenTab(listingId, { ...tab, state: 'begun', rev });
    },
    async drive({ listingId, tabId }, post, recipe) {
      const input = { ...(await packed(post)), recipe, say: await say() };
      for (let led = 0; ; led += 1) {
        await prepareDriver(tabId);
        try {
          return await askDriver(tabId, 'drive/fill', input);
        } catch (error) {
          const isPressed = (await drivenTabOf(listingId))?.state === 'pressed';
          if (!(error instanceof TabLostError) || isPressed || led >= LED_ON) throw error;
        }
      }
    },
    async look({ tabId, siteUrl, before = { title: '', pictures: [] } }, post, recipe) {
      const input = { ...(await packed(post)), recipe, say: await say(), before };
      // The tab itself may have been closed, or led out of the site: any page of the site sees what a stranger sees.
      for (const id of new Set([tabId, ...(await anyTabsOf(siteUrl))])) {
        try {
          await prepareDriver(id);
          return await askDriver(id, 'drive/look', input);
        } catch (error) {
          // A page outside the site refuses before it looks; another one may still see.
          const isOutside = error instanceof CmsError && !error.mayHaveWritten;
          if (!(error instanceof TabLostError) && !isOutside) throw error;
        }
      }
      throw new TabLostError();
    },
    async end(listingId, said) {
      const tab = await drivenTabOf(listingId);
      await keepDrivenTab(listingId, null);
      if (tab !== null) void sayEnd(db, tab.tabId, said).catch(() => undefined);
    },
  };
}

async function sayEnd(db: Db, tabId: number, said: DrivenSaid): Promise<void> {
  await useWords((await getSettings(db)).locale);
  await prepareDriver(tabId);
  await askDriver(tabId, 'drive/said', {
    title: t('driven_go'),
    text: t(`driven_said_${said}`),
    close: t('lesson_close'),
  });
}
