import { type Kysely, sql } from 'kysely';

/**
 * A village's kecamatan and kabupaten as they are compared and sorted: "Kec. Bobotsari" and "bobotsari" are one. A
 * city keeps its word, because Kota Tegal is not Kabupaten Tegal.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table villages
      add district_key text collate "C" not null generated always as (
        lower(regexp_replace(coalesce(district, ''), '^\\s*(kecamatan|kec\\.?)\\s+', '', 'i'))) stored,
      add regency_key text collate "C" not null generated always as (
        lower(regexp_replace(coalesce(regency, ''), '^\\s*(kabupaten|kab\\.?)\\s+', '', 'i'))) stored`.execute(db);
  await sql`
    create index villages_place on villages (regency_key, district_key, slug) where status = 'approved'`.execute(db);
}
