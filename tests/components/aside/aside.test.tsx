// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { button, click, createWorld, soon, VILLAGE, type World } from '#tests/components/mountPage.tsx';
import { toNote } from '#utils/aside/note.ts';
import { ASIDE, type AsideRow } from '#utils/db/schema.ts';

const { notesAsText } = await import('#utils/aside/file.ts');
const { App } = await import('#entrypoints/popup/App.tsx');
const { Options } = await import('#components/options/Options.tsx');

const DRAFT = { id: 'b'.repeat(16), form: { name: 'Gula semut', description: 'Manis & "harum"' }, photos: 'later' };
const VILLAGE_ROW = {
  key: 'https://pasar.example a',
  public: { village: VILLAGE },
  token: 'rahasia-desa',
  revoked: 'no',
};
const INVITE = {
  name: 'invite',
  value: { marketplaceUrl: 'https://pasar.example', code: 'undangan-rahasia', deviceId: 1 },
};

const rowOf = (store: string, key: string, row: unknown, at = 1): AsideRow => ({ store, key, row, at });
const noteOf = (store: string, key: string, row: unknown) => toNote(rowOf(store, key, row));

describe('a note of a row that could not be read', () => {
  it('has its name and every word of it', () => {
    expect(noteOf('drafts', DRAFT.id, DRAFT)).toMatchObject({
      kind: 'draft',
      name: 'Gula semut',
      words: [
        { member: 'form.name', text: 'Gula semut' },
        { member: 'form.description', text: 'Manis & "harum"' },
        { member: 'photos', text: 'later' },
      ],
    });
  });

  it('has no key to the village and no code of an invite, in the words or in the whole', () => {
    const text = notesAsText(
      [noteOf('villages', 'a', VILLAGE_ROW), noteOf('values', 'invite', INVITE)].flatMap((one) => one ?? []),
    );
    expect(text).toContain('Desa Dagan');
    expect(text).not.toMatch(/rahasia/);
  });

  it('has no pictures, whatever their form', () => {
    const photo = {
      hash: 'a'.repeat(64),
      bytes: new Uint8Array(5000).buffer,
      dataUrl: `data:image/jpeg;base64,${'A'.repeat(5000)}`,
    };
    expect(JSON.stringify(noteOf('photos', photo.hash, photo)).length).toBeLessThan(400);
  });

  it('is not made of what comes again by itself', () => {
    for (const store of ['thumbnails', 'unread', 'announced']) expect(noteOf(store, 'a', { id: 'a' })).toBeNull();
    expect(noteOf('values', 'upkeep', { name: 'upkeep', value: 1 })).toBeNull();
  });

  it('is made of anything, however strange', () => {
    const round: Record<string, unknown> = { name: 'x', big: 10n, gone: undefined, when: new Date(0) };
    round.self = round;
    for (const row of [null, 'only words', 7, [['a']], round]) expect(noteOf('drafts', 'a', row)?.kind).toBe('draft');
    expect(noteOf('of-a-later-version', 'a', { said: 'Halo' })).toMatchObject({
      kind: 'other',
      words: [{ text: 'Halo' }],
    });
  });
});

describe('rows that cannot be read', () => {
  let deps: World;
  let page: ReturnType<World['draw']>;
  beforeEach(async () => {
    deps = await createWorld();
    await deps.connect();
  });
  afterEach(() => {
    page.close();
    vi.restoreAllMocks();
  });

  const aside = () => page.root.querySelector('#aside');
  const line = () => page.root.querySelector('.aside-line');

  it('are not spoken of where there are none', async () => {
    page = deps.draw(<Options />);
    await soon(() => expect(page.root.querySelector('#language')).not.toBeNull());
    await soon(() => expect(deps.asked).toContain('aside/list'));
    expect(aside()).toBeNull();
    page.close();
    page = deps.draw(<App />);
    await soon(() => expect(deps.asked).toContain('aside/count'));
    expect(line()).toBeNull();
  });

  it('are counted in the popup, which reads everything once to find them, and names the way to them', async () => {
    await deps.putRaw('drafts', DRAFT);
    await deps.putRaw('announced', { id: 'c'.repeat(16), at: 'later' });
    await deps.db.read(['announced'], (tx) => tx.all('announced'));
    page = deps.draw(<App />);
    await soon(() => expect(line()?.textContent).toContain('1 catatan tidak bisa dibaca'));
    expect(line()?.textContent).toContain('Tidak ada yang dihapus');
    expect(button(line() ?? page.root, 'Lihat')).toBeDefined();
  });

  it('are listed in the options with their words, which can be saved as a text; the popup then reminds no more', async () => {
    const saved: Blob[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      saved.push(blob as Blob);
      return 'blob:x';
    });
    const pressed = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue(undefined);
    await deps.putRaw('drafts', DRAFT);
    await deps.putRaw('villages', VILLAGE_ROW);
    page = deps.draw(<Options />);
    await soon(() => expect(aside()?.querySelector('h2')?.textContent).toBe('2 catatan tidak bisa dibaca'));
    expect(aside()?.textContent).toContain('Produk yang belum terbit: Gula semut');
    expect(aside()?.textContent).toContain('tautan undangan baru');
    expect(page.root.textContent).not.toContain('rahasia-desa');
    click(button(aside() ?? page.root, 'Simpan sebagai berkas teks'));
    await soon(() => expect(aside()?.textContent).toContain('Tersimpan sebagai dodolan-catatan.txt'));
    expect(pressed).toHaveBeenCalledOnce();
    const text = await saved[0]?.text();
    expect(text).toContain('Cerita singkat produk: Manis & "harum"');
    expect(text).not.toContain('rahasia-desa');
    await soon(() => expect(deps.asked).toContain('aside/saved'));
    page.close();
    page = deps.draw(<App />);
    await soon(() => expect(deps.asked).toContain('aside/count'));
    expect(await deps.background.send('aside/count', {})).toEqual({ all: 2, unsaved: 0 });
    expect(line()).toBeNull();
  });

  it('are copied; where the browser refuses, the other way is named and the popup goes on reminding', async () => {
    const copied: string[] = [];
    const clipboard = { writeText: async (text: string) => void copied.push(text) };
    Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
    await deps.putRaw('drafts', DRAFT);
    page = deps.draw(<Options />);
    await soon(() => expect(aside()).not.toBeNull());
    clipboard.writeText = () => Promise.reject(new Error('refused'));
    document.execCommand = () => false;
    click(button(aside() ?? page.root, 'Salin semua'));
    await soon(() => expect(aside()?.textContent).toContain('Browser menolak menyalin'));
    expect(deps.asked).not.toContain('aside/saved');
    clipboard.writeText = async (text: string) => void copied.push(text);
    click(button(aside() ?? page.root, 'Salin semua'));
    await soon(() => expect(aside()?.textContent).toContain('Tersalin'));
    expect(copied[0]).toContain('Nama produk: Gula semut');
    Reflect.deleteProperty(navigator, 'clipboard');
  });

  it('stay where they are: nothing here deletes one', async () => {
    await deps.putRaw('drafts', DRAFT);
    await deps.background.send('aside/list', {});
    await deps.background.send('aside/saved', { newest: Date.now() });
    expect(await deps.db.aside()).toMatchObject([{ store: 'drafts', key: DRAFT.id, row: DRAFT }]);
    expect(ASIDE).toBe('aside');
  });
});
