// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { button, click, createWorld, soon, type, type World } from '#tests/components/mountPage.tsx';
import { idOf, NOW } from '#tests/utils/inquiries/make.ts';
import { ListingView } from '#utils/model/views.ts';

const { Listings } = await import('#components/listings/Listings.tsx');
const ID = idOf('gula');
const CARD = { html: '<p>Kartu</p>', text: 'Gula semut\nhttps://pasar.example/p/x', hasPictures: true };

let page: ReturnType<World['draw']>;

/** Draws "my products" with one product that waits for `reason`; `answers` are the background's. */
async function draw(
  reason: 'by_hand' | 'field_required' | 'markup_changed' | 'proof_failed' | null,
  answers: Record<string, unknown> = {},
  { detail = 'form#validasi', ...over }: { detail?: string } & Partial<ListingView> = {},
) {
  const row = {
    kind: 'listing',
    id: ID,
    rev: 1,
    owed: ['linkback', 'proof'],
    photosDone: 1,
    photosAll: 1,
    attempts: 1,
  };
  const view = ListingView.parse({
    id: ID,
    village: null,
    name: 'Gula semut',
    price: 25_000,
    unit: 'bungkus',
    availability: 'ada',
    stock: null,
    thumbnail: null,
    state: 'live',
    row: reason && { ...row, nextAt: NOW, reason, detail, createdAt: NOW },
    url: 'https://pasar.example/p/gula',
    postUrl: null,
    postPending: false,
    updatedAt: NOW,
    ...over,
  });
  const sent: unknown[][] = [];
  const deps = await createWorld();
  deps.background.send = (async (...question: unknown[]) => {
    if (question[0] === 'listing/list') return [view];
    if (question[0] === 'village/reports') return [];
    if (question[0] === 'card/where') return answers['card/where'] ?? { asks: [], state: null };
    if (question[0] === 'lesson/offer') return answers['lesson/offer'] ?? { deed: null };
    sent.push(question);
    return answers[String(question[0])] ?? { done: true };
  }) as typeof deps.background.send;
  page = deps.draw(<Listings onDone={() => undefined} />);
  await soon(() => expect(page.root.querySelector('.listing')).not.toBeNull());
  return sent;
}

const says = (text: string) => soon(() => expect(page.root.textContent).toContain(text));

describe('a link back that a person has to write', () => {
  it('takes the address of the article, and offers to leave it unlinked', async () => {
    const sent = await draw('by_hand');
    const box = page.root.querySelector('input');
    if (box === null) throw new Error('no box for the address');
    type(box, 'https://dagan.desa.id/artikel/1');
    click(button(page.root, 'Simpan alamat'));
    await soon(() => expect(sent).toEqual([['linkback/record', { id: ID, url: 'https://dagan.desa.id/artikel/1' }]]));
    click(button(page.root, 'Tidak usah ditautkan'));
    await soon(() => expect(sent[1]).toEqual(['outbox/skipLinkback', { id: ID }]));
  });

  it('is offered where an adapter does not know the page any more, with what was not found', async () => {
    const sent = await draw('markup_changed');
    expect(page.root.textContent).toContain('Yang tidak ditemukan: form#validasi');
    click(button(page.root, 'Pakai cara bantu'));
    await soon(() => expect(sent).toEqual([['linkback/byHand', { id: ID }]]));
  });
});

describe('what is known of a card that a person is to save', () => {
  it.each([
    ['again', 'Belum tersimpan'],
    ['listed', 'Belum terlihat oleh umum'],
    ['mentioned', 'Alamatnya belum menjadi tautan'],
    ['lost', 'Kartunya hilang waktu disimpan'],
  ])('%s: is said, and the card is offered again', async (state, words) => {
    await draw('by_hand', { 'card/where': { asks: [], state } });
    await says(words);
    expect(button(page.root, 'Sisipkan kartu produk')).toBeDefined();
  });

  it('and what the form will ask for is said before', async () => {
    await draw('by_hand', { 'card/where': { asks: ['Kategori', 'Tanggal'], state: 'form' } });
    await says('minta diisi: Kategori, Tanggal.');
  });
});

describe('a card that a person has put in', () => {
  const post = { postUrl: 'https://dagan.desa.id/artikel/1', byHand: true };

  it('of a withdrawn product is to be taken out: its article is a press away, and the person says when it is done', async () => {
    const sent = await draw('by_hand', {}, { ...post, detail: 'card_gone', state: 'withdrawn' });
    await says('kartunya masih ada di artikel Anda');
    expect(page.root.querySelector('a.btn')?.getAttribute('href')).toBe(post.postUrl);
    expect(page.root.textContent).not.toContain('Sisipkan kartu produk');
    click(button(page.root, 'Sudah saya hapus'));
    await soon(() => expect(sent).toEqual([['linkback/record', { id: ID, url: post.postUrl }]]));
  });

  it('of a product that changed is to be replaced', async () => {
    const sent = await draw('by_hand', {}, { ...post, detail: 'card_changed' });
    await says('kartu di artikel Anda masih yang lama');
    click(button(page.root, 'Kartunya sudah saya ganti'));
    await soon(() => expect(sent).toEqual([['linkback/record', { id: ID, url: post.postUrl }]]));
  });

  it.each([
    ['link_missing', 'tautan ke produk ini tidak ada'],
    ['backlink_foreign_host', 'tidak di situs desa yang tercatat'],
  ])('whose proof failed is told in a sentence, never as %s', async (detail, words) => {
    await draw('proof_failed', {}, { ...post, detail });
    await says(words);
    expect(page.root.textContent).not.toContain(detail);
  });
});

it('that a field of the village’s own holds up names the field, and offers the way by hand', async () => {
  const sent = await draw('field_required', {}, { detail: 'Dusun' });
  await says('mewajibkan kolom “Dusun”');
  click(button(page.root, 'Pakai cara bantu'));
  await soon(() => expect(sent).toEqual([['linkback/byHand', { id: ID }]]));
});

describe('inserting a card', () => {
  const press = () => {
    click(page.root.querySelector('.listing-main'));
    click(button(page.root, 'Sisipkan kartu produk'));
  };

  it('says that it is in and who saves it, only when it was read back', async () => {
    await draw(null, { 'card/insert': { outcome: 'inserted', editor: 'tinymce', ...CARD } });
    press();
    await says('tekan Simpan atau Terbitkan di situs desa');
  });

  it('says that it has no photo, where the article would not show it', async () => {
    await draw(null, { 'card/insert': { outcome: 'inserted', editor: 'ckeditor5', ...CARD, hasPictures: false } });
    press();
    await says('pasang fotonya lewat tombol gambar di editor');
  });

  it('that no editor took is never said to be in; where the browser forbids copying too, the words are there to take', async () => {
    // jsdom has neither a clipboard nor `execCommand`.
    Object.assign(document, { execCommand: () => false });
    await draw(null, { 'card/insert': { outcome: 'copy', editor: 'quill', ...CARD } });
    press();
    await says('Browser tidak mengizinkan menyalin');
    expect(page.root.textContent).not.toContain('sudah masuk');
    expect(page.root.querySelector('code')?.textContent).toBe(CARD.text);
  });

  it('copies both the look and the words where the editor took nothing', async () => {
    const copied: Record<string, string> = {};
    Object.assign(document, {
      execCommand: () => {
        const clipboardData = { setData: (kind: string, text: string) => Object.assign(copied, { [kind]: text }) };
        return (
          document.dispatchEvent(Object.assign(new Event('copy', { cancelable: true }), { clipboardData })) || true
        );
      },
    });
    await draw(null, { 'card/insert': { outcome: 'copy', editor: 'quill', ...CARD } });
    press();
    await says('Kartu sudah disalin');
    expect(copied).toEqual({ 'text/html': CARD.html, 'text/plain': CARD.text });
  });
});
