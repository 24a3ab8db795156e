import { describe, expect, it } from 'vitest';
import { cannedReplies } from '#utils/inquiries/canned.ts';

const texts = (buyer: string | null, own: string[] = []) =>
  cannedReplies(own, { buyer, product: 'Gula semut', price: 'Rp25.000' }).map(({ text }) => text);

describe('cannedReplies', () => {
  it("come in Indonesian and krama, the village's own first", () => {
    const groups = cannedReplies(['Siap'], { buyer: 'Budi', product: 'x', price: 'y' }).map(({ group }) => group);
    expect(groups[0]).toBe('own');
    expect(new Set(groups)).toEqual(new Set(['own', 'id', 'jv']));
  });
  it('hold back what no native speaker has read', () => {
    const ids = cannedReplies([], { buyer: null, product: 'x', price: 'y' }).map(({ id }) => id);
    expect(ids).toContain('id_pickup');
    expect(ids.filter((id) => id.startsWith('jv_'))).toEqual(
      ['available', 'checking', 'sold_out', 'fixed_price', 'thanks'].map((key) => `jv_${key}`),
    );
  });
  it('leave no blank open, with and without a name', () => {
    for (const text of [...texts('Budi'), ...texts(null)]) {
      expect(text).not.toMatch(/[{}]/);
      expect(text).not.toMatch(/ ,|,,|Kak[.,]|\s\s/);
    }
  });
  it('do not title somebody twice', () => {
    expect(texts('Ibu Ratna').join()).not.toContain('Kak Ibu');
    expect(texts('Budi').join()).toContain('Kak Budi');
    expect(texts('Bunga').join()).toContain('Kak Bunga');
  });
  it('take a name as it is, whatever is in it', () => {
    expect(texts('$& {produk} $1', ['Halo {pembeli}, {produk} {harga}'])[0]).toBe(
      'Halo $& Gula semut $1, Gula semut Rp25.000',
    );
  });
});
