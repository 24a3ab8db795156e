import { unwritten } from '#utils/cms/traces.ts';
import { CmsError, type LinkBackPost, type PostRef } from '#utils/cms/types.ts';
import type { DriveEnd, DrivenTab } from '#utils/model/driven.ts';
import { type DrivenSaid, type DrivenTabs, TabLostError } from '#utils/outbox/deps.ts';
import { pressBegins } from '#utils/outbox/pressBegins.ts';
import type { Laptop } from './village.ts';

type Why = Extract<DriveEnd, { state: 'not_pressed' }>['why'];
/**
 * How a page ends that is driven. `gone_on`: it leads on to another one as soon as it has saved. `not_saved`: it was
 * pressed, and the site saved nothing. `closed`: before the press. `failed`: the page fails after the press.
 * `unsaid`: a second answer of the page says nothing of it. `marked`: it changed in the moment of the press.
 */
export type How = 'pressed' | 'gone_on' | 'not_saved' | 'closed' | 'marked' | 'failed' | 'unsaid' | Why;

/** The tabs of one browser session, which outlives the worker, and the site behind them. */
export function pressedTabs(laptop: Laptop) {
  const kept = new Map<string, DrivenTab>();
  const tabs = {
    /** How the next pages end; "pressed" where nothing is said. */
    plan: [] as How[],
    presses: 0,
    said: [] as DrivenSaid[],
    told: [] as LinkBackPost[],
    /** Something that happens while the form is filled in. */
    during: async (): Promise<void> => undefined,
    opened(listingId: string) {
      kept.set(listingId, { listingId, siteUrl: laptop.site.url, tabId: 7, state: 'open', at: laptop.now });
    },
    of: async (id: string) => kept.get(id) ?? null,
    async begin(id: string, rev: number) {
      const tab = kept.get(id);
      if (tab !== undefined) kept.set(id, { ...tab, state: 'begun', rev });
    },
    async drive({ listingId }: DrivenTab, post: LinkBackPost): Promise<DriveEnd> {
      const how = tabs.plan.shift() ?? 'pressed';
      tabs.told.push(post);
      await tabs.during();
      if (how === 'closed') throw new TabLostError();
      const isPressed = ['pressed', 'gone_on', 'not_saved', 'failed', 'unsaid'].includes(how);
      if (!isPressed && how !== 'marked') return { state: 'not_pressed', why: how as Why, isMarked: false };
      const tab = kept.get(listingId);
      if (tab === undefined || !(await pressBegins(laptop.db, tab, laptop.now)))
        return { state: 'not_pressed', why: 'stopped', isMarked: false };
      kept.set(listingId, { ...tab, state: 'pressed', before: { title: post.title, pictures: [] } });
      if (how === 'marked') return { state: 'not_pressed', why: 'form_changed', isMarked: true };
      tabs.presses += 1;
      if (how !== 'not_saved') {
        laptop.site.posts.push({ id: String(tabs.presses), title: post.title, html: post.html, isPublic: true });
        laptop.site.saves += 1;
      }
      if (how === 'gone_on') throw new TabLostError();
      if (how === 'failed') throw unwritten(new CmsError('markup_changed'));
      if (how === 'unsaid') return { state: 'not_pressed', why: 'not_new', isMarked: false };
      return { state: 'pressed' };
    },
    async look(_: DrivenTab, { link }: LinkBackPost): Promise<PostRef> {
      const [found] = laptop.site.withLink(link);
      if (found === undefined) throw new CmsError('not_read_back');
      const url = `${laptop.site.url}/post/${found.id}`;
      return { postId: url, url, state: 'published', editedMark: '', imageId: null, imageUrl: null };
    },
    async end(id: string, said: DrivenSaid) {
      if (kept.delete(id)) tabs.said.push(said);
    },
  };
  return tabs satisfies DrivenTabs;
}
