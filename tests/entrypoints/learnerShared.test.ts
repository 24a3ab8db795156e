// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import type { Note, NoteButton } from '#entrypoints/learner/note.ts';
import { drawShared, type SharedHere } from '#entrypoints/learner/shared.ts';

const sent = vi.hoisted((): unknown[] => []);
const isOffline = vi.hoisted(() => ({ now: false }));
vi.mock('#utils/runtime/send.ts', () => ({
  send: async (name: string, input: unknown) => {
    if (isOffline.now) throw new Error('unreachable');
    sent.push({ name, input });
  },
}));

const SEARCH =
  '<form id="cari"><input name="q"><label for="s">Saring</label><select name="kategori" id="s"><option value="">Semua<option value="9">Lain</select></form>';
const FORM =
  '<form><input name="judul"><textarea name="isi"></textarea><label for="k">Kategori</label><select name="kategori" id="k"><option value="">Pilih<option value="2">Usaha</select></form>';
const say = {
  ...{ text: 'Cara desa lain', use: 'Pakai', own: 'Sendiri', choose: 'Pilih dulu:', taken: 'Siap' },
  failed: 'Belum bisa diambil',
};
const here: SharedHere = {
  way: { id: 'a'.repeat(16), form: 0, asked: ['kategori'], say },
  controls: ['isi', 'judul', 'kategori'],
};

test('what the village chooses is read in the form itself, not in a search of the same page', async () => {
  document.body.innerHTML = SEARCH + FORM;
  const said: string[] = [];
  let buttons: NoteButton[] = [];
  const note: Note = {
    say(_, text, drawn) {
      said.push(text);
      buttons = drawn;
    },
    remove: () => undefined,
  };
  const nothing = () => undefined;
  drawShared(document, note, here, { title: '', close: '', end: nothing, taken: nothing, own: nothing });
  buttons[0]?.press();
  await vi.waitFor(() => expect(said.at(-1)).toBe('Pilih dulu: Kategori.'));
  const select = document.querySelector<HTMLSelectElement>('#k');
  if (select) select.value = '2';
  buttons[0]?.press();
  await vi.waitFor(() => expect(said.at(-1)).toBe('Siap'));
  expect(sent).toMatchObject([{ name: 'lesson/take', input: { chosen: [{ name: 'kategori', value: '2' }] } }]);
});

test('what cannot be taken now is said, and may be pressed again', async () => {
  document.body.innerHTML = FORM;
  const select = document.querySelector<HTMLSelectElement>('#k');
  if (select) select.value = '2';
  const said: string[] = [];
  let buttons: NoteButton[] = [];
  const note: Note = {
    say(_, text, drawn) {
      said.push(text);
      buttons = drawn;
    },
    remove: () => undefined,
  };
  const nothing = () => undefined;
  const own = vi.fn();
  isOffline.now = true;
  drawShared(document, note, here, { title: '', close: '', end: nothing, taken: nothing, own });
  buttons[0]?.press();
  await vi.waitFor(() => expect(said.at(-1)).toBe('Belum bisa diambil'));
  expect(own).not.toHaveBeenCalled();
  isOffline.now = false;
  buttons[0]?.press();
  await vi.waitFor(() => expect(said.at(-1)).toBe('Siap'));
});
