import * as z from 'zod/mini';

export const PERMIT_KINDS = ['pirt', 'bpom', 'halal', 'nib'] as const;
export type PermitKind = (typeof PERMIT_KINDS)[number];

/** What each is called in every language. */
export const PERMIT_NAMES: Record<PermitKind, string> = { pirt: 'P-IRT', bpom: 'BPOM', halal: 'Halal', nib: 'NIB' };

/**
 * Where the authority itself answers whether a number is good. Regencies give out P-IRT numbers and have no common page;
 * the nearest is the national register of small food producers.
 */
export const PERMIT_CHECKS: Record<PermitKind, string> = {
  pirt: 'https://sppirt.pom.go.id/',
  bpom: 'https://cekbpom.pom.go.id/',
  halal: 'https://bpjph.halal.go.id/search/sertifikat',
  nib: 'https://oss.go.id/',
};

/**
 * How a number is written when it crosses the wire; nobody here can say whether it is good. P-IRT: 15 digits, the last two
 * the year in which it ends. BPOM: food made here (MD) or brought in (ML). Halal: `ID` and digits since BPJPH (2021), bare
 * digits before (MUI); neither length is laid down, so both are read with room.
 */
const SHAPES: Record<PermitKind, RegExp> = {
  pirt: /^\d{13}-\d{2}$/,
  bpom: /^M[DL]\d{12}$/,
  halal: /^(?:ID\d{10,20}|\d{14,17})$/,
  nib: /^\d{13}$/,
};

export function isPermitNumber(kind: PermitKind, number: string): boolean {
  return SHAPES[kind].test(number);
}

/** A day in WIB: `2028-12-31`. */
const Day = z.string().check(z.refine(isDay, 'permit_until_malformed'));

function isDay(text: string): boolean {
  const isWritten = /^20\d{2}-\d{2}-\d{2}$/.test(text);
  return isWritten && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text;
}

function permit(kind: PermitKind) {
  const number = z.string().check(z.regex(SHAPES[kind], `${kind}_malformed`));
  return z.optional(z.nullable(z.object({ number, until: z.nullable(Day) })));
}

/**
 * Numbers that the seller gives; only their shape is looked at. A kind that is absent is not spoken of: what was said of it
 * before stays. `null` says that there is none any more. A further kind is a further optional member, so that an older
 * device neither stumbles over it nor takes it away.
 */
export const Permits = z.object({
  pirt: permit('pirt'),
  bpom: permit('bpom'),
  halal: permit('halal'),
  nib: permit('nib'),
} satisfies Record<PermitKind, unknown>);
export type Permits = z.infer<typeof Permits>;
export type Permit = NonNullable<Permits[PermitKind]>;

const anyPermit = z.optional(
  z.nullable(
    z.object({ number: z.string().check(z.maxLength(60)), until: z.nullable(z.string().check(z.maxLength(10))) }),
  ),
);

/** The same where it is read and not asked for: the shape of a number may have become wider since this version. */
export const KnownPermits = z.object({
  pirt: anyPermit,
  bpom: anyPermit,
  halal: anyPermit,
  nib: anyPermit,
} satisfies Record<PermitKind, unknown>);
export type KnownPermits = z.infer<typeof KnownPermits>;

/** Those that there are, in their order. */
export function listPermits(permits: KnownPermits | undefined): (Permit & { kind: PermitKind })[] {
  return PERMIT_KINDS.flatMap((kind) => {
    const one = permits?.[kind];
    return one ? [{ kind, ...one }] : [];
  });
}

/** As it stands on a package: `MD 867012345678`. */
export function permitText(kind: PermitKind, number: string): string {
  return kind === 'bpom' ? number.replace(/^(M[DL])(\d+)$/, '$1 $2') : number;
}

/** The last day on which a permit holds; null for what carries no date. A P-IRT number names its last year itself. */
export function permitUntil(kind: PermitKind, { number, until }: Permit): string | null {
  if (until !== null && isDay(until)) return until;
  if (kind !== 'pirt') return null;
  const [year] = /(?<=-)\d{2}$/.exec(number) ?? [];
  return year === undefined ? null : `20${year}-12-31`;
}
