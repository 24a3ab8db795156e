import { describe, expect, it } from 'vitest';
import { BuyerInquiry, ListingInput, Revision, SaidListing, VillageMessage, WebUrl } from '#contract';
import { cut } from '#contract/cut.ts';
import { waLink } from '#contract/phone.ts';
import { line, text } from '#contract/text.ts';
import { listingInput } from '#tests/marketplace/samples.ts';

const name = line('name', { min: 3, max: 80 });
const words = text('words', { max: 80 });
const codes = (result: { error?: { issues: { message: string }[] } | undefined }) =>
  result.error?.issues.map((issue) => issue.message);

describe('a text at the border', () => {
  it('is well-formed: half an emoji becomes what every database and form would make of it, once', () => {
    for (const half of ['Gula \ud83c', 'Gula \udf6c', 'Gula \udf6c\ud83c']) {
      const once = words.parse(half);
      expect(once.isWellFormed()).toBe(true);
      expect(words.parse(once)).toBe(once);
    }
    expect(words.parse('Gula 🍬')).toBe('Gula 🍬');
  });

  it.each([
    ['zero-width spaces', '\u200b\u200b\u200b'],
    ['Hangul fillers', '\u3164\uffa0\u115f'],
    ['tags', '\u{e0047}\u{e0075}\u{e006c}'],
    ['variation selectors', '\ufe0f\u{e0100}\ufe0f'],
    ['joiners', '\u200d\u200c\u200d'],
    ['byte order marks', '\ufeff\ufeff\ufeff'],
    ['soft hyphens', '\u00ad\u00ad\u00ad'],
    ['marks without a letter', '\u0301\u0301\u0301'],
    ['the blank of Braille', '\u2800\u2800\u2800'],
    ['blanks of every width', '\u00a0\u2003\u3000'],
    ['noncharacters', '\uffff\ufdd0\ufffe'],
    ['interlinear notes', '\ufff9\ufffa\ufffb'],
  ])('is empty when it holds nothing but %s', (_what, unseen) => {
    expect(codes(name.safeParse(unseen))).toEqual(['name_missing']);
    expect(words.parse(unseen)).toBe('');
  });

  it('loses what nobody sees between its letters, and nothing else', () => {
    expect(name.parse('\ufeffGula\u200b se\u00admut\u{e0041}\u200d\u200f')).toBe('Gula semut');
    for (const meant of ['❤️ gula', '👨‍👩‍👧 keripik', '1️⃣ kg', '❤️‍🔥 sambal', '꧋ꦱꦸꦒꦼꦁ‍ꦫꦮꦸꦃ', 'عسل', 'Crème brûlée', 'e\u0301'])
      expect(words.parse(meant)).toBe(meant);
    expect(words.parse('satu\n\tdua')).toBe('satu\n\tdua');
  });

  it('is refused with marks that reorder it and with control characters, those of Windows among them', () => {
    for (const mark of ['\u202e', '\u2066', '\u0000', '\u001b', '\u007f', '\u0085', '\u009b'])
      expect(codes(name.safeParse(`Gula${mark}semut`))).toEqual(['text_hidden_characters']);
  });

  it('of a product that an older marketplace took in is still read', () => {
    const old = {
      ...listingInput(['a'.repeat(64)]),
      name: '\u3164\u3164\u3164',
      description: 'baris\u0085baris \u202e',
    };
    expect(ListingInput.safeParse(old).success).toBe(false);
    expect(SaidListing.parse(old)).toMatchObject({ name: '', description: 'barisbaris ' });
  });

  it('of a buyer: a name with nothing to see is none, a message with nothing to see is no message', () => {
    const asked = { text: 'Halo', terms: null, name: '\u3164', phone: null, consent: true };
    expect(BuyerInquiry.parse(asked).name).toBeNull();
    expect(BuyerInquiry.parse({ ...asked, name: 'Bu\nSiti' }).name).toBe('Bu Siti');
    expect(codes(BuyerInquiry.safeParse({ ...asked, text: '\u2800' }))).toEqual(['message_missing']);
    expect(codes(VillageMessage.safeParse({ kind: 'reply', text: '\u200b' }))).toEqual(['message_missing']);
  });
});

describe('what is stored beside texts', () => {
  it('an address holds no control character and no half of an emoji', () => {
    for (const bad of [
      'https://dagan.desa.id/\u0000',
      '\u0000https://dagan.desa.id',
      'https://dagan.desa.id/a\tb',
      'https://dagan.desa.id/\ud83d',
    ])
      expect(codes(WebUrl.safeParse(bad))).toEqual(['url_malformed']);
    expect(WebUrl.parse('https://dagan.desa.id/gula-semut-🍬?a=b#c')).toBeTruthy();
  });

  it('a revision ends where the database ends', () => {
    expect(Revision.safeParse(2 ** 31 - 1).success).toBe(true);
    expect(Revision.safeParse(2 ** 31).success).toBe(false);
  });
});

describe('a text that is shortened or put into an address', () => {
  it('is never cut through an emoji', () => {
    expect(cut('gula🍬', 5)).toBe('gula');
    expect(cut('gula🍬', 6)).toBe('gula🍬');
    expect(cut('gula', 9)).toBe('gula');
  });

  it('opens WhatsApp also with half an emoji in it', () => {
    expect(waLink(null, 'Gula \ud83c')).toBe('https://wa.me/?text=Gula%20%EF%BF%BD');
  });
});
