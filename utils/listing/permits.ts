import {
  isPermitNumber,
  type KnownPermits,
  listPermits,
  PERMIT_KINDS,
  type Permit,
  type PermitKind,
  permitText,
  permitUntil,
} from '#contract/permits.ts';
import type { FormMember } from '#contract/stations.ts';
import type { DraftForm } from '#utils/model/draft.ts';

/** Where each is typed. A NIB holds as long as the business does, so it is asked for no date. */
export const PERMIT_FIELDS = {
  pirt: { number: 'pirt', until: 'pirtUntil' },
  bpom: { number: 'bpom', until: 'bpomUntil' },
  halal: { number: 'halal', until: 'halalUntil' },
  nib: { number: 'nib', until: null },
} as const satisfies Record<PermitKind, { number: FormMember; until: FormMember | null }>;

type Typed = (typeof PERMIT_FIELDS)[PermitKind];
export type PermitMember = Typed['number'] | NonNullable<Typed['until']>;

export const PERMIT_MEMBERS = Object.keys(permitFields(undefined)) as PermitMember[];

/** Words that stand before a number on packages and papers; they say nothing that the field does not say. */
const BEFORE: Record<PermitKind, RegExp> = {
  pirt: /^(?:DINKES|DEP ?KES|SPP|P[ .-]*I[ .-]*R[ .-]*T|RI|NOMOR|NO|[ .:-])+/,
  bpom: /^(?:BADAN|B?POM|IZIN EDAR|REG|RI|NOMOR|NO|[ .:-])+/,
  halal: /^(?:SERTIFIKAT|HALAL|BPJPH|MUI|NOMOR|NO|[ .:-])+/,
  nib: /^(?:NOMOR INDUK BERUSAHA|NIB|NOMOR|NO|[ .:-])+/,
};

/** A number as it is sent, from however it is written on the package; null when it has not that shape. */
export function readPermit(kind: PermitKind, typed: string): string | null {
  const signs = typed.toUpperCase().replace(/[\s\u2010-\u2015]+/g, (sign) => (/\s/.test(sign) ? ' ' : '-'));
  const bare = signs.replace(BEFORE[kind], '').replace(/[ .:/-]/g, '');
  const number = kind === 'pirt' ? bare.replace(/^(\d{13})(\d{2})$/, '$1-$2') : bare;
  return isPermitNumber(kind, number) ? number : null;
}

/** What the form says of permits, numbers that cannot be read left for the schema to refuse; undefined while it says nothing. */
export function permitsOf(form: Pick<DraftForm, PermitMember>): KnownPermits | undefined {
  const said: KnownPermits = {};
  for (const kind of PERMIT_KINDS) {
    const { number, until } = PERMIT_FIELDS[kind];
    const typed = form[number];
    if (typed === undefined) continue;
    const isNone = typed.trim() === '';
    said[kind] = isNone ? null : { number: readPermit(kind, typed) ?? typed, until: (until && form[until]) || null };
  }
  return Object.keys(said).length === 0 ? undefined : said;
}

/** What buyers would be shown: numbers that can be read. */
export function readablePermits(form: Pick<DraftForm, PermitMember>): KnownPermits {
  const readable = listPermits(permitsOf(form)).filter(({ kind, number }) => isPermitNumber(kind, number));
  return Object.fromEntries(readable.map(({ kind, ...permit }) => [kind, permit]));
}

/** The same as it is typed; what nothing was said of stays unsaid. */
export function permitFields(permits: KnownPermits | undefined): Record<PermitMember, string | undefined> {
  const number = (kind: PermitKind) => {
    const permit = permits?.[kind];
    return permit ? permitText(kind, permit.number) : permit === null ? '' : undefined;
  };
  const until = (kind: PermitKind) => permits?.[kind]?.until ?? undefined;
  return {
    pirt: number('pirt'),
    pirtUntil: until('pirt'),
    bpom: number('bpom'),
    bpomUntil: until('bpom'),
    halal: number('halal'),
    halalUntil: until('halal'),
    nib: number('nib'),
  };
}

const DAY = 86_400_000;
const WARNED_DAYS = 90;

export interface PermitStanding {
  /** The last day on which it holds. */
  until: string;
  state: 'fine' | 'soon' | 'over';
}

/** How long a permit still holds at `now`, by the days of WIB (UTC+7); null for what carries no date. */
export function permitStanding(kind: PermitKind, permit: Permit, now: number): PermitStanding | null {
  const until = permitUntil(kind, permit);
  if (until === null) return null;
  const end = Date.parse(`${until}T24:00:00+07:00`);
  const state = now >= end ? 'over' : now >= end - (WARNED_DAYS + 1) * DAY ? 'soon' : 'fine';
  return { until, state };
}
