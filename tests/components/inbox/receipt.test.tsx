// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { createWorld, soon } from '#tests/components/mountPage.tsx';
import { events, idOf, inquiry } from '#tests/utils/inquiries/make.ts';

const { Receipt } = await import('#components/inbox/Receipt.tsx');
const { receiptAddress, receiptAsked } = await import('#components/inbox/receiptAddress.ts');

describe('the receipt of a deal', () => {
  it('says number, goods, terms and total as they were agreed, and that nothing was paid', async () => {
    const deps = await createWorld();
    await deps.connect();
    const deal = inquiry('deal', {
      state: 'deal',
      terms: { price: 23_000, quantity: 10 },
      events: [...events(['accepted', 'buyer', -1, null])],
      buyer: { name: '<b>Rina</b>', phoneMasked: '+62812•••01' },
    });
    await deps.give([deal]);
    const page = deps.draw(<Receipt inquiryId={deal.id} />);
    const text = await soon(() => {
      const found = page.root.querySelector('.receipt')?.textContent;
      if (!found) throw new Error('not drawn yet');
      return found;
    });
    expect(text).toContain(`${deal.id.slice(0, 4)}-${deal.id.slice(4, 8)}`.toUpperCase());
    expect(text).toContain('Rp230.000');
    expect(text).toContain('Sepakat, belum bayar');
    expect(text).toContain('<b>Rina</b>');
    expect(text).not.toContain('62812');
  });

  it('is known by its address alone, and no other address of the popup is taken for one', () => {
    const id = idOf('x');
    expect(receiptAsked(new URL(receiptAddress(id), 'https://x.example').hash)).toBe(id);
    expect(receiptAsked(`#${id}`)).toBeNull();
    expect(receiptAsked('')).toBeNull();
  });
});
