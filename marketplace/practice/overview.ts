import { sql } from 'kysely';
import type { Deps } from '#marketplace/deps.ts';

/** How far one village has come, as its trainer sees it. */
export interface SeatProgress {
  seat: number;
  name: string;
  devices: number;
  sites: string[];
  listed: number;
  /** Articles that this market has seen on the village's site, and those that wait there as drafts or unseen. */
  linked: number;
  waiting: number;
  asked: number;
  answered: number;
  deals: number;
}

/** An article of the room that still stands on a real site, as its extension has told. */
export interface RoomArticle {
  village: string;
  product: string;
  url: string;
  isWithdrawn: boolean;
}

/** Every village of a room, by its seat. */
export async function progressOf({ db }: Deps, room: string): Promise<SeatProgress[]> {
  const { rows } = await sql<SeatProgress>`
    select v.practice_seat as seat, v.name, v.sites,
      (select count(*)::int from devices d where d.village_id = v.id and d.revoked_at is null) as devices,
      (select count(*)::int from listings l where l.village_id = v.id and l.state = 'live') as listed,
      (select count(*)::int from listings l where l.village_id = v.id and l.backlink_state = 'verified') as linked,
      (select count(*)::int from listings l where l.village_id = v.id and l.backlink_url is not null
        and l.backlink_state <> 'verified') as waiting,
      (select count(*)::int from inquiries i where i.village_id = v.id and not i.erased) as asked,
      (select count(*)::int from inquiries i where i.village_id = v.id and not i.erased and i.answered_at is not null) as answered,
      (select count(*)::int from inquiries i where i.village_id = v.id and i.state in ('deal', 'fulfilled')) as deals
    from villages v where v.practice_room = ${room} order by v.practice_seat`.execute(db);
  return rows;
}

/** The articles of a room on real sites. */
export async function articlesOf({ db }: Deps, room: string): Promise<RoomArticle[]> {
  const rows = await db
    .selectFrom('listings as l')
    .innerJoin('villages as v', 'v.id', 'l.village_id')
    .select(['v.name as village', 'l.name as product', 'l.backlink_url as url', 'l.state'])
    .where('v.practice_room', '=', room)
    .where('l.backlink_url', 'is not', null)
    .orderBy('v.practice_seat')
    .execute();
  return rows.map(({ state, url, ...row }) => ({ ...row, url: url ?? '', isWithdrawn: state === 'withdrawn' }));
}
