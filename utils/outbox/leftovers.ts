import { HOUR } from '#contract/time.ts';
import { CmsError } from '#utils/cms/types.ts';
import type { Tx } from '#utils/db/db.ts';
import type { Leftovers } from '#utils/model/stored.ts';
import { adapterTabs, type OutboxDeps } from './deps.ts';
import { settlesAt } from './inFlight.ts';

type Leftover = Omit<Leftovers[string], 'nextAt'>;

/** Owes the taking down of an article that no listing stands for any more. `tx` must hold `values`. */
export async function leaveBehind(tx: Tx, id: string, leftover: Leftover): Promise<void> {
  await tx.setValue('leftovers', { ...(await tx.value('leftovers')), [id]: { ...leftover, nextAt: 0 } });
}

/**
 * Takes down the articles that were left behind, on those sites of which a signed-in admin page is open. What fails is
 * tried again at a visit an hour later. The marketplace is not asked: it may have been left with the village.
 */
export async function takeDownLeftovers(deps: OutboxDeps): Promise<void> {
  const read = () => deps.db.read(['values'], async (tx) => (await tx.value('leftovers')) ?? {});
  if (Object.keys(await read()).length === 0) return;
  await deps.locks.request('dodolan-leftovers', async () => {
    for (const [id, leftover] of Object.entries(await read())) {
      const { now } = deps.clock();
      if (leftover.nextAt > now || settlesAt(leftover.mayStand, now) !== null) continue;
      const isBack = !leftover.practice && (await isOnSaleAgain(deps, id, leftover));
      const end = isBack ? 'done' : await takeDown(deps, leftover);
      if (end === 'no_tab') continue;
      await deps.db.change(['values'], async (tx) => {
        const { [id]: current, ...others } = (await tx.value('leftovers')) ?? {};
        if (current === undefined) return;
        await tx.setValue(
          'leftovers',
          end === 'done' ? others : { ...others, [id]: { ...current, nextAt: now + HOUR } },
        );
      });
    }
  });
}

/** True when the article is a listing's again: the village was joined anew, or the kept draft was published. */
async function isOnSaleAgain({ db }: OutboxDeps, id: string, { siteUrl, post }: Leftover): Promise<boolean> {
  const listings = await db.read(['listings'], (tx) => tx.all('listings'));
  return listings.some(
    (listing) =>
      listing.input.state !== 'withdrawn' &&
      (listing.id === id ||
        (post !== null && listing.input.siteUrl === siteUrl && listing.post?.postId === post.postId)),
  );
}

/** `done` when nothing of it stands any more. Whatever goes wrong leaves it owed. */
async function takeDown(
  { tabs }: OutboxDeps,
  { siteUrl, link, title, post, mayStand }: Leftovers[string],
): Promise<'done' | 'failed' | 'no_tab'> {
  const open = await adapterTabs(tabs, siteUrl);
  const [tab] = open;
  if (tab === undefined) return 'no_tab';
  if (open.some(({ page }) => post !== null && page.openPost === post.postId)) return 'failed';
  try {
    await tabs.prepare(tab.tabId);
    await tabs.unpublish(tab.tabId, { link, title, known: post, mayStand: mayStand?.posts });
    return 'done';
  } catch (error) {
    if (!(error instanceof CmsError)) console.error(error);
    return 'failed';
  }
}
