import type { KnownPermits, Permit } from './permits.ts';

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
export const SHAPES: Record<PermitKind, RegExp> = {
  pirt: /^\d{13}-\d{2}$/,
  bpom: /^M[DL]\d{12}$/,
  halal: /^(?:ID\d{10,20}|\d{14,17})$/,
  nib: /^\d{13}$/,
};

export function isPermitNumber(kind: PermitKind, number: string): boolean {
  return SHAPES[kind].test(number);
}

/** True for a day as it is written: `2028-12-31`. */
export function isDay(text: string): boolean {
  const isWritten = /^20\d{2}-\d{2}-\d{2}$/.test(text);
  return isWritten && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text;
}

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
