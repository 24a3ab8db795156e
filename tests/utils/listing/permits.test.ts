import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { PERMIT_KINDS, type PermitKind, Permits } from '#contract';
import { permitText, permitUntil } from '#contract/permits.ts';
import { permitFields, permitStanding, permitsOf, readablePermits, readPermit } from '#utils/listing/permits.ts';

const NUMBERS: Record<PermitKind, RegExp> = {
  pirt: /^\d{13}-\d{2}$/,
  bpom: /^M[DL]\d{12}$/,
  halal: /^(ID\d{17}|\d{14})$/,
  nib: /^\d{13}$/,
};
const anyNumber = fc
  .constantFrom(...PERMIT_KINDS)
  .chain((kind) => fc.tuple(fc.constant(kind), fc.stringMatching(NUMBERS[kind])));

describe('a number is understood as it stands on the package', () => {
  it('any number as it is shown reads as itself, and fits the contract', () => {
    fc.assert(
      fc.property(anyNumber, ([kind, number]) => {
        expect(readPermit(kind, permitText(kind, number))).toBe(number);
        expect(Permits.safeParse({ [kind]: { number, until: null } }).error).toBeUndefined();
      }),
    );
  });

  it('whatever spaces, dots and dashes are put between its signs', () => {
    const between = fc.constantFrom('', ' ', '.', '-', ' - ', '\u00a0', '\u2013');
    fc.assert(
      fc.property(anyNumber, fc.infiniteStream(between), ([kind, number], marks) => {
        const typed = [...number].map((sign) => sign.toLowerCase() + marks.next().value).join('');
        expect(readPermit(kind, typed)).toBe(number);
      }),
    );
  });

  it.each<[PermitKind, string, string]>([
    ['pirt', 'P-IRT No. 206.3303.01.0123-28', '2063303010123-28'],
    ['pirt', 'PIRT: 2063303010123 28', '2063303010123-28'],
    ['pirt', 'Dinkes P.IRT No 206330301012328', '2063303010123-28'],
    ['bpom', 'BPOM RI MD 867012345678', 'MD867012345678'],
    ['bpom', 'badan pom ri ml. 8670 1234 5678', 'ML867012345678'],
    ['halal', 'Sertifikat Halal No. ID33110000123450422', 'ID33110000123450422'],
    ['halal', 'MUI 00060012340318', '00060012340318'],
    ['nib', 'NIB: 1234 5678 90123', '1234567890123'],
    ['nib', 'Nomor Induk Berusaha 1234567890123', '1234567890123'],
  ])('%s: %s', (kind, typed, number) => expect(readPermit(kind, typed)).toBe(number));

  it.each<[PermitKind, string]>([
    ['pirt', '20633030101-28'],
    ['pirt', '2063303010123-28 sampai 2028'],
    ['bpom', '867012345678'],
    ['bpom', 'NA18123456789'],
    ['halal', 'halal'],
    // Shorter than any number of a certificate, and as long as a phone number.
    ['halal', '081234567890'],
    ['nib', '12345678901234'],
    ['nib', ''],
  ])('%s: "%s" is not guessed at', (kind, typed) => expect(readPermit(kind, typed)).toBeNull());
});

describe('what a form says of permits', () => {
  const untouched = permitFields(undefined);

  it('is nothing, as long as nobody has touched them', () => expect(permitsOf(untouched)).toBeUndefined());

  it('is that there is none, for one that was emptied; of the others it says nothing', () => {
    expect(permitsOf({ ...untouched, pirt: ' ', pirtUntil: '2027-01-01' })).toEqual({ pirt: null });
  });

  it('keeps a number that cannot be read for the schema to refuse, and shows it to nobody', () => {
    const form = { ...untouched, nib: '12', bpom: 'MD 867012345678' };
    expect(permitsOf(form)).toEqual({
      nib: { number: '12', until: null },
      bpom: { number: 'MD867012345678', until: null },
    });
    expect(Object.keys(readablePermits(form))).toEqual(['bpom']);
  });
});

describe('until when a permit holds', () => {
  const pirt = { number: '2063303010123-28', until: null };

  test('a P-IRT number without a date names its last year; nothing else is guessed', () => {
    expect(permitUntil('pirt', pirt)).toBe('2028-12-31');
    expect(permitUntil('pirt', { ...pirt, until: '2027-05-01' })).toBe('2027-05-01');
    for (const kind of ['bpom', 'halal', 'nib'] as const)
      expect(permitStanding(kind, { number: '1', until: null }, Date.parse('2099-01-01'))).toBeNull();
  });

  const halal = { number: '00060012340318', until: '2026-12-31' };
  it.each([
    ['2026-10-01T23:59:59.999+07:00', 'fine'],
    ['2026-10-02T00:00:00.000+07:00', 'soon'],
    ['2026-12-31T23:59:59.999+07:00', 'soon'],
    ['2027-01-01T00:00:00.000+07:00', 'over'],
  ])('at %s one that ends on 31 December 2026 is %s: 90 days ahead, by midnights of WIB', (now, state) => {
    expect(permitStanding('halal', halal, Date.parse(now))).toEqual({ until: '2026-12-31', state });
  });
});
