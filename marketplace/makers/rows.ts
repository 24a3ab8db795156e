import type { Selectable } from 'kysely';
import type { Maker, MakerInput } from '#contract';
import type { MakerTables } from '#marketplace/db/tables/makers.ts';

export type MakerRow = Selectable<MakerTables['makers']>;

const moment = (text: string | null): Date | null => (text === null ? null : new Date(text));

/** What the village says, as it is stored. */
export function columnsOf(input: MakerInput) {
  return {
    rev: input.rev,
    name: input.name,
    phone: input.phone,
    consent_at: moment(input.consentAt),
    consent_device: input.consentDevice,
    withdrawn_at: moment(input.withdrawnAt),
  };
}

/** A maker for its own village only: it holds the number. */
export function toMaker({ id, rev, name, phone, updated_at, ...row }: MakerRow): Maker {
  const input = {
    rev,
    name,
    phone,
    consentAt: row.consent_at?.toISOString() ?? null,
    consentDevice: row.consent_device,
    withdrawnAt: row.withdrawn_at?.toISOString() ?? null,
  };
  return { id, input, updatedAt: updated_at.toISOString() };
}

/** True when the same was said in the stored revision. */
export function isSame(row: MakerRow, input: MakerInput): boolean {
  const said = columnsOf(input);
  const same = (one: unknown, other: unknown) =>
    (one instanceof Date ? one.getTime() : one) === (other instanceof Date ? other.getTime() : other);
  return Object.entries(said).every(([column, value]) => same(value, row[column as keyof typeof said]));
}
