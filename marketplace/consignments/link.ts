import { randomBytes } from 'node:crypto';
import type { Db } from '#marketplace/db/open.ts';
import type { Deps } from '#marketplace/deps.ts';
import type { Actor } from '#marketplace/http/actor.ts';
import { linkable } from '#marketplace/villages/tokens.ts';

/** 80 bits: nobody guesses it, and a QR code of it stays small. */
const newToken = (): string => linkable(randomBytes(10));
const TOKEN = /^[0-9a-z]{16}$/;

const addressOf = ({ config }: Deps, token: string): string => `${config.baseUrl}/titip/${token}`;

/** The village's link to its form; made when it is first asked for. */
export async function linkOf(deps: Deps, actor: Actor): Promise<string> {
  const known = await find(deps.db, actor);
  if (known !== undefined) return addressOf(deps, known);
  await deps.db
    .insertInto('consignment_links')
    .values({ village_id: actor.villageId, token: newToken(), made_at: deps.now() })
    .onConflict((oc) => oc.doNothing())
    .execute();
  return addressOf(deps, (await find(deps.db, actor)) ?? '');
}

/** Ends the link `was` and makes another. Where `was` has ended already, the one that stands is the answer. */
export async function renewLink(deps: Deps, actor: Actor, was: string): Promise<string> {
  await deps.db
    .updateTable('consignment_links')
    .set({ token: newToken(), made_at: deps.now() })
    .where('village_id', '=', actor.villageId)
    .where('token', '=', was.split('/').at(-1) ?? '')
    .execute();
  return linkOf(deps, actor);
}

async function find(db: Db, { villageId }: Actor): Promise<string | undefined> {
  const links = db.selectFrom('consignment_links').select('token').where('village_id', '=', villageId);
  return (await links.executeTakeFirst())?.token;
}

/** The approved village whose form a link opens; null when there is none, or none any more. */
export async function villageOfLink({ db }: Deps, token: string) {
  if (!TOKEN.test(token)) return null;
  const row = await db
    .selectFrom('consignment_links as l')
    .innerJoin('villages as v', 'v.id', 'l.village_id')
    .select(['v.id', 'v.name', 'v.district', 'v.regency'])
    .where('l.token', '=', token)
    .where('v.status', '=', 'approved')
    // Neighbours give their own numbers there, which have no place in practice.
    .where('v.practice_room', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}
export type FormVillage = NonNullable<Awaited<ReturnType<typeof villageOfLink>>>;
