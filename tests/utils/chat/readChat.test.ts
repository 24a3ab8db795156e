import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readChat } from '#utils/chat/readChat.ts';

const candidates = (text: string) => readChat(new Blob([text]).stream(), () => undefined);

const ANDROID = [
  '25/11/25 08.00 - Pesan dan panggilan dienkripsi secara end-to-end.',
  '26/11/25 14.03 - Bu Siti: IMG-20251126-WA0003.jpg (file terlampir)',
  'Gula semut 250gr 25rb',
  'stok 40',
  '26/11/25 14.04 - Pak Lurah: Nggih bu',
  '26/11/25 14.05 - +62 812-3456-7890: \u200eIMG-20251126-WA0004.jpg (file terlampir)',
  '26/11/25 14.05 - +62 812-3456-7890: \u200eIMG-20251126-WA0005.jpg (file terlampir)',
  '26/11/25 14.06 - Pak Lurah: <Media tidak disertakan>',
  '26/11/25 14.06 - +62 812-3456-7890: Keripik pisang 15rb/bungkus <Pesan ini diedit>',
  '26/11/25 14.07 - Mbak Tri: Pesan ini telah dihapus',
  '26/11/25 14.08 - Mbak Tri: Madu hutan Rp 90.000 per botol',
  '26/11/25 14.09 - Mbak Tri: matur nuwun',
].join('\n');

const IOS = [
  '\u200e[26/11/25 14.03.22] Bu Siti: \u200e<terlampir: 00000012-PHOTO-2025-11-26-14-03-22.jpg>',
  '[26/11/25 14.03.40] Bu Siti: Gula semut 25rb',
  '[26/11/25, 2:05:12\u202fPM] Pak Karno: image omitted',
  '[26/11/25, 2:05:30\u202fPM] Pak Karno: You deleted this message',
].join('\r\n');

describe('an exported chat', () => {
  it('of Android: photos with their caption or the next text of the same sender, and texts with a price', async () => {
    expect(await candidates(ANDROID)).toEqual([
      { sender: 'Mbak Tri', photos: [], text: 'Madu hutan Rp 90.000 per botol' },
      {
        sender: '+62 812-3456-7890',
        photos: ['IMG-20251126-WA0004.jpg', 'IMG-20251126-WA0005.jpg'],
        text: 'Keripik pisang 15rb/bungkus',
      },
      { sender: 'Bu Siti', photos: ['IMG-20251126-WA0003.jpg'], text: 'Gula semut 250gr 25rb\nstok 40' },
    ]);
  });

  it('of iOS, with its marks that nobody sees, 12 and 24 hours', async () => {
    expect(await candidates(IOS)).toEqual([
      { sender: 'Bu Siti', photos: ['00000012-PHOTO-2025-11-26-14-03-22.jpg'], text: 'Gula semut 25rb' },
    ]);
  });

  it('keeps nothing of what is no product', async () => {
    expect(await candidates('26/11/25 14.03 - Bu Siti: Rapat jam 10 nggih\n26/11/25 14.04 - Pak RT: siap')).toEqual([]);
  });

  it('of 50,000 lines lets the page breathe, and of any letters never fails', async () => {
    const line = (n: number) => `26/11/25 14.03 - Orang ${n % 40}: pesan nomor ${n}`;
    let breaths = 0;
    const text = Array.from({ length: 50_000 }, (_, n) => line(n)).join('\n');
    await readChat(new Blob([text]).stream(), () => {
      breaths += 1;
    });
    expect(breaths).toBeGreaterThan(50);
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async (any) => {
        await candidates(any);
      }),
      { numRuns: 50 },
    );
  });
});
