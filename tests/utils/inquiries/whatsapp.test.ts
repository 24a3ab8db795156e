import { describe, expect, it } from 'vitest';
import { waLink } from '#contract/phone.ts';
import { buyerText, producerText, shareText } from '#utils/inquiries/whatsapp.ts';
import { events, inquiry, offered } from './make.ts';

const PHONE = '+6281298765432';

describe('producerText', () => {
  it('says what, who, the words, the terms and where to look', () => {
    expect(producerText(offered('a', 20), null)).toBe(
      [
        'Nuwun sewu, ada tawaran untuk *Gula semut* (Rp25.000/bungkus).',
        'Dari: Budi',
        '"Boleh kurang?"',
        'Tawaran: 20 bungkus × Rp22.000 = Rp440.000',
        'Lihat produknya: https://pasar.example/p/gula-semut',
      ].join('\n'),
    );
  });
  it("holds the buyer's number only once it was revealed", () => {
    expect(producerText(offered('a', 20), null)).not.toMatch(/\d{4}.?\d{4}.?\d{4}|••/);
    expect(producerText(offered('a', 20), PHONE)).toContain('0812-9876-5432');
  });
  it('calls a deal a deal', () => {
    const deal = inquiry('a', { state: 'deal', terms: { price: 22_000, quantity: 20 } });
    expect(producerText(deal, null)).toMatch(/kesepakatan[\s\S]*Sepakat: 20 bungkus/);
  });
  it('quotes the buyer and nobody else, cut to what fits a chat', () => {
    const long = inquiry('a', {
      events: events(['asked', 'buyer', -2, `Halo\n\n${'a'.repeat(1900)}`], ['said', 'village', -1, 'rahasia dapur']),
    });
    const text = producerText(long, null);
    expect(text).not.toContain('rahasia');
    expect(text.length).toBeLessThan(700);
  });
});

describe('every text for WhatsApp', () => {
  const thread = inquiry('secretthread', { state: 'deal', terms: { price: 22_000, quantity: 20 } });
  const texts = [
    producerText(thread, PHONE),
    buyerText(thread, 'Desa Dagan'),
    shareText({ name: 'Gula', price: 25_000, unit: 'kg', url: 'https://pasar.example/p/gula' }, 'id'),
  ];
  it('carries no private address and no id of a thread: the draft can be seen in passing', () => {
    for (const text of texts) {
      expect(text).not.toContain(thread.id);
      expect(text).not.toMatch(/\/tanya\/|\/undang\//);
    }
  });
  it('survives being put into a link', () => {
    for (const text of texts) {
      const link = new URL(waLink('+6281234567890', text));
      expect(link.pathname).toBe('/6281234567890');
      expect(link.searchParams.get('text')).toBe(text);
    }
  });
  it('greets the buyer by name when there is one', () => {
    expect(buyerText(thread, 'Desa Dagan')).toMatch(/^Selamat datang, Kak Budi\. Saya dari Desa Dagan/);
    expect(buyerText(inquiry('b', { buyer: { name: null, phoneMasked: null } }), 'Desa Dagan')).toMatch(
      /^Selamat datang\. /,
    );
  });
});
