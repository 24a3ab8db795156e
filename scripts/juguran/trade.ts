import { expect } from '#stack/pages/expect.ts';
import { Popup } from '#stack/pages/popup.ts';
import { Buyer } from './buyer.ts';
import type { Buying, Good } from './goods.ts';
import type { Seller } from './seller.ts';

/** One buyer, the product that he asked about, and his private page. */
export interface Asked {
  good: Good;
  buyer: Buyer;
}

/** In thousands of rupiah. */
const OFFER = 0.8;
const COUNTER = 0.9;
const rb = (good: Good, share: number) => `${Math.round(good.price * share)}rb`;

/** What the official writes to a question. */
export const ANSWER = 'Masih ada, silakan ambil di balai desa.';

/** Every product is asked about, or bargained for, on its own page by somebody without script. */
export async function buyersAsk(marketUrl: string, at: number, pages: ReadonlyMap<string, string>, goods: Good[]) {
  const asked: Asked[] = [];
  for (const good of goods) {
    const buyer = new Buyer(marketUrl, at);
    await buyer.open(pages.get(good.name) ?? `${marketUrl}/p/`);
    const offer = good.buying === 'asks' ? null : { price: rb(good, OFFER), quantity: '10' };
    await buyer.send('form[action*="/tanya"]', {
      text: offer === null ? 'Apakah masih ada?' : 'Kalau ambil sepuluh bisa kurang?',
      ...offer,
      ...{ name: 'Rina', consent: 'ya' },
    });
    buyer.sees('Simpan halaman ini');
    asked.push({ good, buyer });
  }
  return asked;
}

/** What a press of the official does in an open thread. */
const PRESSES: Record<Buying, (popup: Popup, good: Good) => Promise<void>> = {
  asks: (popup) => popup.answer(ANSWER),
  'is agreed with': async ({ page }) => page.getByRole('button', { name: /^Terima/ }).click(),
  'is declined': async ({ page }) => page.getByRole('button', { name: /^Tolak/ }).click(),
  async 'is countered'({ page }, good) {
    await page.getByRole('button', { name: /^Tawar balik/ }).click();
    await page.locator('#counter-price').fill(rb(good, COUNTER));
    await page.getByRole('button', { name: /^Kirim tawaran/ }).click();
  },
};

/** What the buyer's page says once he is answered. */
const READS: Record<Buying, string> = {
  asks: ANSWER,
  'is agreed with': 'Sepakat, belum bayar',
  'is declined': 'belum bisa menerima tawaran itu',
  'is countered': 'menawar balik',
};

const isBargain = ({ good }: Asked): boolean => good.buying === 'is agreed with' || good.buying === 'is countered';

/**
 * The official answers all in the popup, buyers read it and agree to what was countered, and what was agreed is marked as
 * sold. Ends when every buyer's page says so.
 */
export async function officialAnswers(seller: Seller, asked: Asked[]): Promise<void> {
  const popup = await Popup.open(seller.browser);
  for (const { good } of asked) {
    await openThread(popup, good);
    await PRESSES[good.buying](popup, good);
    // The thread is left once the press is kept: it stands among the messages then.
    await popup.page.locator('.thread .entry-village').first().waitFor();
    await popup.page.getByRole('button', { name: 'Kembali', exact: true }).click();
  }
  for (const { good, buyer } of asked) await reads(buyer, READS[good.buying]);
  for (const { good, buyer } of asked) {
    if (good.buying !== 'is countered') continue;
    await buyer.send('#form-setuju', {});
    buyer.sees('Sepakat, belum bayar');
  }
  for (const { good } of asked.filter(isBargain)) {
    await openThread(popup, good);
    await popup.page.getByRole('button', { name: /^Tandai terjual/ }).click({ timeout: 60_000 });
    await popup.page.getByRole('button', { name: 'Kembali', exact: true }).click();
  }
  for (const { buyer } of asked.filter(isBargain)) await reads(buyer, 'Terima kasih sudah membeli langsung');
  await popup.page.close();
}

/** Of the whole list: an answered thread leaves the filter that the popup opens with. */
async function openThread({ page }: Popup, good: Good): Promise<void> {
  const row = page.locator('.inquiry', { hasText: good.name });
  const all = page.locator('.filter', { hasText: 'Semua' });
  await all.click({ timeout: 60_000 });
  await row.click({ timeout: 60_000 });
}

/** The buyer opens his page again until it says this. */
async function reads(buyer: Buyer, words: string): Promise<void> {
  const seen = async () => {
    await buyer.reload();
    return buyer.text();
  };
  await expect.poll(seen, { timeout: 60_000 }).toContain(words);
}
