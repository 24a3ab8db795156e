import type { Db } from '#utils/db/db.ts';
import type { Output } from '#utils/messages.ts';
import type { From } from '#utils/runtime/handlers.ts';
import { articleTab } from '#utils/sites/activeTab.ts';
import { askAssist } from '#utils/sites/assistHelper.ts';
import { cmsPageOf } from '#utils/sites/tabs.ts';
import { allHanded } from './handed.ts';

/** What is to be said beside the button that inserts a listing's card. */
export async function whereIsCard(db: Db, id: string, from: From): Promise<Output<'card/where'>> {
  const tab = await articleTab(db, from);
  const isHelped = tab !== null && (await cmsPageOf(tab))?.cms === 'assist';
  const form = isHelped ? await askAssist(tab, { name: 'form' }) : null;
  return { asks: form?.asks ?? [], state: (await allHanded(db))[id]?.state ?? null };
}
