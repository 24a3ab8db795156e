import { newId } from '#contract/newId.ts';
import type { Deps } from '#marketplace/deps.ts';
import type { Challenge } from '#marketplace/inquiries/proofOfWork/challenge.ts';
import { bulkSecretOfForm, keyedHash, readBulkSecret, threadSecretOfForm } from '#marketplace/inquiries/secret.ts';
import { touch } from '#marketplace/inquiries/store/append.ts';

/** How many threads of a form are read: forms of before the limit over all presses have more than it allows. */
const READ_MAX = 20;

/** One form that went to several villages. */
export interface Bulk {
  id: string;
  secret: string;
  groupSlug: string;
  /** How many threads it has opened, the erased ones too. */
  asked: number;
}

/** A thread of it. `secret` opens the thread; null when the buyer has changed or shut that link. */
export interface BulkThread {
  villageId: string;
  id: string;
  listingId: string;
  secret: string | null;
  /** How many others its village was told of. */
  askedElsewhere: number;
}

const openedWithOf = (deps: Deps, form: string) => keyedHash(deps, 'bulk', form);

/** What this form has opened already; null when it comes for the first time. */
export async function bulkOfForm(deps: Deps, form: string): Promise<Bulk | null> {
  const opened_with = openedWithOf(deps, form);
  const row = await deps.db
    .selectFrom('bulk_inquiries')
    .select(['id', 'group_slug', 'asked'])
    .where('opened_with', '=', opened_with)
    .executeTakeFirst();
  if (!row) return null;
  const { secret } = bulkSecretOfForm(deps, opened_with);
  return { id: row.id, groupSlug: row.group_slug, asked: row.asked, secret };
}

/** Keeps that this form is being sent. Null when its proof of work was spent by another one. */
export async function openBulk(
  deps: Deps,
  { form, groupSlug, challenge }: { form: string; groupSlug: string; challenge: Challenge | null },
): Promise<Bulk | null> {
  const opened_with = openedWithOf(deps, form);
  const { hash } = bulkSecretOfForm(deps, opened_with);
  const row = { id: newId(), opened_with, secret_hash: hash, group_slug: groupSlug, created_at: deps.now() };
  await deps.db
    .insertInto('bulk_inquiries')
    .values({ ...row, challenge: challenge?.challenge ?? null })
    .onConflict((oc) => oc.doNothing())
    .execute();
  return bulkOfForm(deps, form);
}

/** The one of a private address; null for an address that never was, or of which nothing is left. */
export async function findBulk(deps: Deps, secret: string): Promise<Bulk | null> {
  const hash = readBulkSecret(secret);
  if (hash === null) return null;
  const row = await deps.db
    .selectFrom('bulk_inquiries')
    .select(['id', 'group_slug', 'asked'])
    .where('secret_hash', '=', hash)
    .executeTakeFirst();
  return row ? { id: row.id, groupSlug: row.group_slug, asked: row.asked, secret } : null;
}

/** Its threads, the first asked first. An erased one is no part of it any more. */
export async function bulkThreads(deps: Deps, bulkId: string): Promise<BulkThread[]> {
  const rows = await deps.db
    .selectFrom('inquiries')
    .select(['village_id', 'id', 'listing_id', 'opened_with', 'secret_hash', 'asked_elsewhere'])
    .where('bulk_id', '=', bulkId)
    .orderBy('created_at')
    .orderBy('id')
    .limit(READ_MAX)
    .execute();
  return rows.map((row) => {
    const { secret, hash } = threadSecretOfForm(deps, row.village_id, row.opened_with);
    const isOpen = row.secret_hash === hash;
    return {
      villageId: row.village_id,
      id: row.id,
      listingId: row.listing_id,
      secret: isOpen ? secret : null,
      askedElsewhere: row.asked_elsewhere,
    };
  });
}

/** Villages are told how many others were asked, and not how many were meant to be. */
export async function countAsked(deps: Deps, threads: BulkThread[]): Promise<void> {
  const others = threads.length - 1;
  for (const { villageId, id } of threads.filter(({ askedElsewhere }) => askedElsewhere !== others)) {
    await deps.db.transaction().execute(async (db) => {
      const row = await db
        .selectFrom('inquiries')
        .select('asked_elsewhere')
        .where('village_id', '=', villageId)
        .where('id', '=', id)
        .forUpdate()
        .executeTakeFirst();
      if (row && row.asked_elsewhere !== others) await touch(db, { villageId, id }, { asked_elsewhere: others });
    });
  }
}

/** Deletes what no thread is a part of any more, once its form can hardly come again. */
export async function forgetBulks(deps: Deps, olderThan: number): Promise<void> {
  await deps.db
    .deleteFrom('bulk_inquiries')
    .where('created_at', '<', new Date(deps.now().getTime() - olderThan))
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('inquiries').select('id').whereRef('inquiries.bulk_id', '=', 'bulk_inquiries.id'))),
    )
    .execute();
}
