// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { wibMonth } from '#contract/wib.ts';
import { button, click, createWorld, soon, type World } from '#tests/components/mountPage.tsx';
import { idOf, NOW, VILLAGE_KEY } from '#tests/utils/inquiries/make.ts';
import type { OutboxListing as OwedRow } from '#utils/model/outbox.ts';
import { ListingView } from '#utils/model/views.ts';

const { Listings, byNeed } = await import('#components/listings/Listings.tsx');
const { actionsFor } = await import('#components/listings/state.ts');

function listing(name: string, over: Partial<ListingView> = {}): ListingView {
  return ListingView.parse({
    id: idOf(name),
    village: VILLAGE_KEY,
    name,
    price: 25_000,
    unit: 'bungkus',
    availability: 'ada',
    stock: null,
    thumbnail: null,
    state: 'live',
    row: null,
    url: `https://pasar.example/p/${name}`,
    postUrl: null,
    postPending: false,
    updatedAt: NOW,
    ...over,
  });
}

function row(name: string, over: Partial<OwedRow>): OwedRow {
  return {
    kind: 'listing',
    id: idOf(name),
    rev: 1,
    owed: ['linkback', 'proof'],
    photosDone: 1,
    photosAll: 1,
    attempts: 1,
    nextAt: NOW,
    reason: null,
    detail: null,
    createdAt: NOW,
    ...over,
  };
}

let deps: World;
let page: ReturnType<World['draw']>;

/**
 * Draws "my products" with these views. It records the messages to the background; other tests check what the
 * background does with them.
 */
async function draw(views: ListingView[], onDone = vi.fn(), villageReports: unknown[] = []) {
  const sent: unknown[][] = [];
  const answers: Record<string, unknown> = {
    'listing/list': views,
    'card/where': { asks: [], state: null },
    'village/reports': villageReports,
  };
  const send = async (...question: unknown[]) => {
    if (question[0] !== 'listing/list' && question[0] !== 'village/reports') sent.push(question);
    return answers[String(question[0])] ?? { done: true };
  };
  deps = await createWorld();
  deps.background.send = send as typeof deps.background.send;
  page = deps.draw(<Listings onDone={onDone} />);
  await soon(() => expect(page.root.querySelectorAll('.listing')).toHaveLength(views.length));
  return { sent, onDone };
}

describe('a telephone number in the words of a product', () => {
  it('is asked about, and the button opens the form', async () => {
    const { sent } = await draw([listing('gula', { holdsPhone: true }), listing('kopi', { holdsPhone: false })]);
    const [gula, kopi] = page.root.querySelectorAll('.listing');
    expect(gula?.textContent).toContain('Ada nomor HP di tulisan produk ini');
    expect(kopi?.textContent).not.toContain('nomor HP');
    await click(button(page.root, 'Bereskan nomornya'));
    expect(sent).toContainEqual(['listing/edit', { id: idOf('gula') }]);
  });
});

describe('my listings', () => {
  beforeEach(() => vi.clearAllMocks());

  it('withdraws at once, asks nothing, and can be undone', async () => {
    const { sent, onDone } = await draw([listing('gula')]);
    click(page.root.querySelector('.listing-main'));
    click(button(page.root, 'Tarik dari pasar'));
    await soon(() => expect(onDone).toHaveBeenCalledOnce());
    expect(sent).toEqual([['listing/withdraw', { id: idOf('gula') }]]);
    onDone.mock.calls[0]?.[0].undo();
    expect(sent[1]).toEqual(['listing/restore', { id: idOf('gula') }]);
  });

  it('marks sold out, and undo brings back the word and the stock there were', async () => {
    const { sent, onDone } = await draw([listing('gula', { availability: 'terbatas', stock: 7 })]);
    click(page.root.querySelector('.listing-main'));
    click(button(page.root, 'Tandai habis'));
    await soon(() => expect(onDone).toHaveBeenCalledOnce());
    onDone.mock.calls[0]?.[0].undo();
    expect(sent).toEqual([
      ['listing/availability', { id: idOf('gula'), availability: 'habis', stock: 7 }],
      ['listing/availability', { id: idOf('gula'), availability: 'terbatas', stock: 7 }],
    ]);
  });

  it('asks before it overwrites what a person wrote', async () => {
    const edited = listing('gula', { state: 'linked', row: row('gula', { reason: 'edited_by_hand' }) });
    const { sent } = await draw([edited]);
    expect(page.root.textContent).toContain('sudah diubah orang');
    click(button(page.root, 'Biarkan'));
    click(button(page.root, 'Tulis ulang'));
    await soon(() =>
      expect(sent).toEqual([
        ['outbox/skipLinkback', { id: idOf('gula') }],
        ['outbox/retry', { id: idOf('gula'), overwriteEdits: true }],
      ]),
    );
  });

  it('of nobody’s village leads to the form, where it is chosen', async () => {
    const nobodys = listing('gula', {
      village: null,
      state: 'waiting',
      row: row('gula', { reason: 'village_unknown' }),
    });
    const { sent } = await draw([nobodys]);
    click(button(page.root, 'Pilih desanya'));
    await soon(() => expect(sent).toEqual([['listing/edit', { id: idOf('gula') }]]));
  });

  it("shows the CMS's own words as text", async () => {
    const refused = row('gula', { reason: 'refused', detail: '<img src=x onerror=alert(1)>' });
    await draw([listing('gula', { row: refused, name: '<b>gula</b>' })]);
    expect(page.root.querySelector('img, b')).toBeNull();
    expect(page.root.textContent).toContain('<img src=x onerror=alert(1)>');
    expect(page.root.textContent).toContain('<b>gula</b>');
  });

  it('tells what buyers reported and what can be done, without a name, and nothing of what is off sale', async () => {
    const reports = { reasons: ['wrong', 'a_later_reason'], people: 2, latest: '2026-11-24T03:00:00.000Z' };
    await draw([
      listing('reported', { reports }),
      listing('clean', { reports: null }),
      listing('withdrawn', { reports, state: 'withdrawn' }),
    ]);
    const notes = [...page.root.querySelectorAll('[role=note]')];
    expect(notes.length).toBe(1);
    expect(notes[0]?.textContent).toContain('Ada laporan: foto, harga, atau keterangan tidak benar; alasan lain.');
    expect(notes[0]?.textContent).toContain('Dari 2 orang, terakhir 24 November 2026.');
    expect(notes[0]?.textContent).toContain('ubah atau turunkan');
  });

  it('says first that the village itself was reported', async () => {
    const reports = { reasons: ['other'], people: 1, latest: '2026-11-24T03:00:00.000Z' };
    await draw([listing('gula')], vi.fn(), [{ village: VILLAGE_KEY, reports }]);
    const said = await soon(() => {
      const note = page.root.querySelector('[role=note]');
      if (note === null) throw new Error('not said yet');
      return note.textContent ?? '';
    });
    expect(said).toContain('Desa Anda dilaporkan');
    expect(said).toContain('Ada laporan: alasan lain.');
    expect(said).toContain('tulis ke pengelola pasar');
  });

  it('warns of a permit that ends soon or has ended, of what is offered, and of nothing that carries no date', async () => {
    const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    const nib = { number: '1234567890123', until: null };
    const of = (name: string, until: string, over: Partial<ListingView> = {}) =>
      listing(name, { permits: { halal: { number: '00060012340318', until }, nib }, ...over });
    await draw([
      of('soon', day(40)),
      of('over', day(-3)),
      of('later', day(200)),
      of('withdrawn', day(-3), { state: 'withdrawn' }),
      listing('dateless', { permits: { nib } }),
      listing('printed', { permits: { pirt: { number: '2063303010123-20', until: null } } }),
    ]);
    const said = [...page.root.querySelectorAll('.listing')].flatMap((item) => {
      const why = item.querySelector('.why')?.textContent;
      return why ? [[item.querySelector('.listing-title')?.textContent, why.slice(0, why.indexOf(':'))]] : [];
    });
    expect(said.sort()).toEqual([
      ['over', 'Halal sudah lewat'],
      ['printed', 'P-IRT sudah lewat'],
      ['soon', 'Halal segera habis'],
    ]);
  });

  it('says of a post that was written what is missing from it, and whose doing that is', async () => {
    await draw([
      listing('role', { postPending: true }),
      listing('kept', { postPending: true, postKept: true }),
      listing('upload', { pictureMissing: 'role' }),
      listing('limit', { pictureMissing: 'refused' }),
      listing('text', { pictureMissing: 'media' }),
      listing('both', {
        postPending: true,
        pictureMissing: 'role',
        row: row('both', { owed: ['proof'], reason: null }),
      }),
      listing('fine'),
    ]);
    const said = [...page.root.querySelectorAll('.listing')].map((item) => [
      item.querySelector('.listing-title')?.textContent,
      [...item.querySelectorAll('.why p')].map((p) => p.textContent?.slice(0, 42)),
    ]);
    const role = 'Akun Anda di situs desa belum boleh menerb';
    const kept = 'Situs desa menyimpan artikelnya tanpa mene';
    const upload = 'Artikelnya terbit tanpa foto: akun Anda ti';
    const limit = 'Artikelnya terbit tanpa foto: situs desa m';
    const text = 'Fotonya ada di dalam teks artikel. Bidang ';
    expect(Object.fromEntries(said)).toEqual({
      role: [role],
      kept: [kept],
      upload: [upload],
      limit: [limit],
      text: [text],
      both: [role, upload],
      fine: [],
    });
  });

  it('says of a proof that failed what the person can do, and never a code', async () => {
    const failed = (detail: string) =>
      listing(detail, { row: row(detail, { owed: ['proof'], reason: 'proof_failed', detail }) });
    await draw(['site_closed', 'status', 'link_missing'].map(failed));
    const said = [...page.root.querySelectorAll('.listing')].map(
      (item) => item.querySelector('.why')?.textContent ?? '',
    );
    expect(new Set(said).size).toBe(3);
    expect(said.filter((words) => words.includes('tertutup untuk umum'))).toHaveLength(1);
    for (const words of said) expect(words).not.toMatch(/[a-z]_[a-z]|Keterangan/);
  });

  it('says why each one waits and what to do, for every reason there is', async () => {
    const { WAIT_REASONS } = await import('#utils/model/outbox.ts');
    await draw(WAIT_REASONS.map((reason) => listing(reason, { row: row(reason, { reason }) })));
    const said = [...page.root.querySelectorAll('.why > p')].map((p) => p.textContent);
    expect(new Set(said).size).toBe(WAIT_REASONS.length);
    for (const sentence of said) expect(sentence).toMatch(/^\p{Lu}.{20,}/u);
  });
});

describe('what a state allows', () => {
  it('offers withdrawing or restoring, never both, and a draft neither', () => {
    for (const state of ListingView.shape.state.options) {
      const can = actionsFor({ state, row: null, availability: 'ada' });
      expect([can.withdraw, can.restore, can.discard].filter(Boolean), state).toHaveLength(1);
    }
  });
  it('puts what needs somebody on top', () => {
    const list = [
      listing('fine'),
      listing('draft', { state: 'draft' }),
      listing('waits', { row: row('waits', { reason: 'signed_out' }) }),
      listing('bad', { state: 'rejected' }),
    ];
    expect(byNeed(list).map(({ name }) => name)).toEqual(['bad', 'waits', 'draft', 'fine']);
  });
});

describe('how often a product was seen', () => {
  const month = wibMonth(Date.now());

  it('stands in its row, and what the number means once it is opened', async () => {
    await draw([listing('gula', { views: { month, count: 37 } })]);
    expect(page.root.querySelector('.listing')?.textContent).toContain('Dilihat 37 kali');
    await click(page.root.querySelector('.listing-main'));
    await soon(() => expect(page.root.textContent).toContain('paling sedikit 37 kali'));
  });

  it('is not said of another month, and not where nobody has told it', async () => {
    await draw([listing('gula', { views: { month: '2020-01', count: 37 } }), listing('kopi')]);
    expect(page.root.textContent).not.toContain('Dilihat');
  });
});
