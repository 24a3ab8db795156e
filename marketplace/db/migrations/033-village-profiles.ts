import { type Kysely, sql } from 'kysely';

/**
 * What a village is known by beside its name. `own_words` names what the village has said itself, also where it took
 * it away, so that an operator's table does not say it over. Who told an older row's district is not known: it counts
 * as the village's own word.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table village_profiles (
      village_id text primary key references villages (id),
      photo jsonb,
      about text,
      hours text,
      head text,
      lat double precision,
      lng double precision,
      own_words text[] not null default '{}',
      check ((lat is null) = (lng is null))
    )`.execute(db);
  await sql`create index village_profiles_place on village_profiles (lat, lng) where lat is not null`.execute(db);
  await sql`
    insert into village_profiles (village_id, own_words)
    select id, array_remove(array[
      case when district is not null then 'district' end,
      case when regency is not null then 'regency' end], null)
    from villages where district is not null or regency is not null`.execute(db);
}
