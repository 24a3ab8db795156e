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

  it.each([
    'https://api.whatsapp.com/send/?phone=6281234567890&text&type=phone_number&app_absent=0',
    'https://api.whatsapp.com/send?phone=6281234567890&text=Halo%2C+pesan+2',
    'https://web.whatsapp.com/send?phone=%2B6281234567890&text=phone%3D0899',
    'whatsapp://send?text=pesan%202&phone=6281234567890',
    'https://wa.me/6281234567890?text=Halo%20Bu%2C%20beli%2025',
    'https://wa.me/6281234567890/?src=qr2',
    'wa.me/+62 812-3456-7890',
    'tel:+6281234567890',
    'Bu Sri 0812-3456-7890 (2)',
    'RT 02: 0812 3456 7890',
    '\u202a+62 812\u20113456\u20117890\u202c',
    '(0812) 3456 7890',
  ])('%j is one number and nothing of what stands around it', (typed) =>
    expect(readPhone(typed)).toBe('+6281234567890'),
  );

  it.each(['081234567890 / 085612345678', 'https://wa.me/message/ABCD0812345678EF', 'https://wa.me/qr/0812345678'])(
    '%j does not say which number is meant',
    (typed) => expect(readPhone(typed)).toBeNull(),
  );

  it('makes a WhatsApp link without plus and without leading zero', () => {
    const link = new URL(waLink('+6281234567890', 'Halo, a & b?'));
    expect(link.pathname).toBe('/6281234567890');
    expect(link.searchParams.get('text')).toBe('Halo, a & b?');
  });
});
