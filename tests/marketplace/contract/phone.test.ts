import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phoneText, readPhone, waLink } from '#contract/phone.ts';

const national = fc.stringMatching(/^8[1-35-9]\d{7,10}$/);

describe('a typed mobile number', () => {
  it('is the same number however it is written', () => {
    fc.assert(
      fc.property(national, fc.constantFrom('', ' ', '-', '.'), (digits, gap) => {
        const spaced = digits.replace(/(\d{3})(?=\d)/g, `$1${gap}`);
        for (const prefix of ['0', '', '62', '+62', '+62 ', '+62 0', '0062', 'https://wa.me/62', 'WA: 0']) {
          expect(readPhone(prefix + spaced)).toBe(`+62${digits}`);
        }
      }),
    );
  });

  it('is read back from how we show it', () => {
    fc.assert(fc.property(national, (digits) => readPhone(phoneText(`+62${digits}`)) === `+62${digits}`));
  });

  it.each(['', '0812', '021 555 1234', '0841234567', '08123456789012345', 'tanya saja', '+1 202 555 0100'])(
    '%j is not one',
    (typed) => expect(readPhone(typed)).toBeNull(),
  );

  it('makes a WhatsApp link without plus and without leading zero', () => {
    const link = new URL(waLink('+6281234567890', 'Halo, a & b?'));
    expect(link.pathname).toBe('/6281234567890');
    expect(link.searchParams.get('text')).toBe('Halo, a & b?');
  });
});
