import * as z from 'zod/mini';
import type { Deps } from '#marketplace/deps.ts';
import { defineJob } from '#marketplace/queue/define.ts';
import { forgetKept } from '#marketplace/search/kept.ts';
import { type GroupName, groupNameOf } from './name.ts';

const BATCH = 1000;
/** Fewer villages make no group. */
const VILLAGES_MIN = 2;
/** The largest ones are kept. */
const KEPT = 5000;
const AT_ONCE = 500;

interface Counting {
  name: GroupName;
  villages: Set<string>;
}

/** Counts anew how many villages sell each product, and keeps the groups of at least two. */
export async function countGroups(deps: Deps): Promise<void> {
  const counted = await countVillages(deps);
  const rows = [...counted.values()]
    .filter(({ villages }) => villages.size >= VILLAGES_MIN)
    .toSorted((one, other) => other.villages.size - one.villages.size)
    .slice(0, KEPT)
    .map(({ name, villages }) => ({ ...name, villages: villages.size, counted_at: deps.now() }));
  await deps.db.transaction().execute(async (db) => {
    await db.deleteFrom('product_groups').execute();
    for (let at = 0; at < rows.length; at += AT_ONCE) {
      await db
        .insertInto('product_groups')
        .values(rows.slice(at, at + AT_ONCE))
        .execute();
    }
  });
  forgetKept(deps.db);
}

async function countVillages({ db }: Deps): Promise<Map<string, Counting>> {
  const counted = new Map<string, Counting>();
  for (let afterId: string | undefined = ''; afterId !== undefined; ) {
    const batch: { id: string; village_id: string; name: string }[] = await db
      .selectFrom('listings')
      .select((eb) => ['id', 'village_id', eb.fn.coalesce('masked_name', 'name').as('name')])
      .where('listed', '=', true)
      .where('id', '>', afterId)
      .orderBy('id')
      .limit(BATCH)
      .execute();
    for (const { village_id, name: said } of batch) {
      const name = groupNameOf(said);
      if (name === null) continue;
      const group = counted.get(name.slug) ?? { name, villages: new Set() };
      counted.set(name.slug, group);
      group.villages.add(village_id);
    }
    afterId = batch.length === BATCH ? batch.at(-1)?.id : undefined;
  }
  return counted;
}

export const countGroupsHourly = defineJob({
  name: 'count-groups',
  data: z.object({}),
  cron: '7 * * * *',
  run: countGroups,
});
