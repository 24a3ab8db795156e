// @vitest-environment jsdom
import { beforeAll, expect, test } from 'vitest';
import { giveWords, pictureInput, takesPicture } from '#utils/cms/learned/giveWords.ts';
import { observeSave } from '#utils/cms/learned/observe.ts';
import { isTaken, isWidget, lastItem } from '#utils/cms/learned/pictureWidgets.ts';

beforeAll(() => {
  HTMLElement.prototype.checkVisibility ??= () => true;
});

function draw(html: string): HTMLFormElement {
  document.body.innerHTML = html;
  const form = document.querySelector<HTMLFormElement>('form.artikel');
  if (form === null) throw new Error('no form');
  return form;
}

const POND = '<div class="filepond--root"><input class="filepond--browser" type="file" name="foto"></div>';
const ZONE = '<div class="dropzone dz-clickable"></div>';
const HIDDEN = '<input type="file" class="dz-hidden-input" accept="image/*">';
const form = (inside: string) => `<form class="artikel"><input name="judul"><textarea></textarea>${inside}</form>`;

test('an upload script’s own input takes the picture, after every field of the form', () => {
  expect(pictureInput(draw(form(POND)))?.className).toBe('filepond--browser');
  expect(pictureInput(draw(form(ZONE) + HIDDEN))?.className).toBe('dz-hidden-input');
  const own = draw(form(`${ZONE}<input type="file" name="gambar">`) + HIDDEN);
  expect(pictureInput(own)?.name).toBe('gambar');
  expect(isWidget(own.elements[2] as Element)).toBe(false);
});

test('of two that stand outside every form nobody knows whose they are: the picture is dropped on the form’s place', () => {
  const two = draw(`${form(ZONE)}<div class="dropzone dz-clickable"></div>${HIDDEN}${HIDDEN}`);
  expect(pictureInput(two)).toBeUndefined();
  expect(takesPicture(two)).toBe(true);
  expect(takesPicture(draw(form('') + HIDDEN + HIDDEN))).toBe(false);
});

test('one for documents takes no picture', () => {
  expect(takesPicture(draw(form('') + HIDDEN.replace('image/*', '.pdf,.docx')))).toBe(false);
});

test('of several fields for pictures the first empty one is meant, and one is learned', () => {
  const three = draw(form('<input type="file" name="foto1"><input type="file" name="foto2">'));
  const [, , first, second] = [...three.elements] as HTMLInputElement[];
  Object.defineProperty(first, 'files', { value: [new File(['x'], 'punya-sendiri.jpg', { type: 'image/jpeg' })] });
  expect(pictureInput(three)).toBe(second);
  three.method = 'post';
  const sent = new FormData();
  const LINK = 'https://pasar.example/p/abcdefghij012345';
  sent.set('judul', 'Gula semut');
  sent.set('foto1', new File(['x'], 'a.jpg', { type: 'image/jpeg' }));
  sent.set('foto2', new File(['x'], 'b.jpg', { type: 'image/jpeg' }));
  three.querySelector('textarea')?.setAttribute('name', 'isi');
  sent.set('isi', `Manis ${LINK}`);
  const words = { link: LINK, title: 'Gula semut', pictureUrl: null, now: 0 };
  const about = { page: new URL(document.location.href), press: null, isSeen: true };
  expect(observeSave(three, sent, words, about)).toMatchObject({
    fields: [{ role: 'title' }, { role: 'body' }, { role: 'picture', name: 'foto1' }],
  });
});

test('a line that only a file manager fills gets the picture’s address; a caption, and a line beside a file, do not', () => {
  const give = (html: string) => {
    const one = draw(form(html));
    giveWords(one, { title: 'Gula', picture: null, pictureUrl: 'https://pasar.example/1.jpg' });
    return [...one.querySelectorAll<HTMLInputElement>('input')].slice(1).map(({ value }) => value);
  };
  expect(give('<input type="text" id="thumbnail" name="filepath" readonly>')).toEqual(['https://pasar.example/1.jpg']);
  expect(give('<input type="text" name="keterangan_foto">')).toEqual(['']);
  expect(give('<input type="text" name="nama_gambar" readonly><input type="file" name="gambar">')).toEqual(['', '']);
});

const item = (html: string) => document.body.insertAdjacentHTML('beforeend', html);
const at = (changes: Record<number, () => void>) => {
  let step = 0;
  return async () => {
    step += 1;
    changes[step]?.();
  };
};

test.each([
  ['Dropzone sends it', '<div class="dz-preview dz-processing"></div>', 'dz-success', true],
  ['Dropzone is refused', '<div class="dz-preview dz-processing"></div>', 'dz-error', false],
  ['Dropzone keeps it for the save', '<div class="dz-preview"></div>', null, true],
] as const)('%s', async (_, html, end, taken) => {
  document.body.innerHTML = '<div class="dz-preview dz-success"></div>';
  const wait = at({
    2: () => item(html),
    60: () => end && document.body.lastElementChild?.classList.add(end, 'dz-complete'),
  });
  expect(await isTaken(document, lastItem(document), { wait, isSent: () => false })).toBe(taken);
});

test.each([
  ['processing-complete', true],
  ['processing-error', false],
  ['load-invalid', false],
] as const)('FilePond ends at %s', async (state, taken) => {
  document.body.innerHTML = '';
  const wait = at({
    2: () => item('<div class="filepond--item" data-filepond-item-state="processing"></div>'),
    20: () => document.body.lastElementChild?.setAttribute('data-filepond-item-state', state),
  });
  expect(await isTaken(document, undefined, { wait, isSent: () => false })).toBe(taken);
});

test('a script that takes nothing has not taken it', async () => {
  document.body.innerHTML = '';
  expect(await isTaken(document, undefined, { wait: async () => undefined, isSent: () => false })).toBe(false);
});

test('what is drawn is gone again once it is sent: the page was seen to send it', async () => {
  document.body.innerHTML = '';
  let steps = 0;
  const isSent = () => {
    steps += 1;
    return steps > 3;
  };
  expect(await isTaken(document, undefined, { wait: async () => undefined, isSent })).toBe(true);
});

test('FilePond has heard the answer and says so later: until then the form does not hold it', async () => {
  document.body.innerHTML = '<div class="filepond--item" data-filepond-item-state="processing"></div>';
  let steps = 0;
  const wait = async () => {
    steps += 1;
    if (steps === 8) document.body.firstElementChild?.setAttribute('data-filepond-item-state', 'processing-complete');
  };
  expect(await isTaken(document, undefined, { wait, isSent: () => true })).toBe(true);
  expect(steps).toBe(8);
});

test('a second picture that takes the first one’s place is another one', async () => {
  document.body.innerHTML = '<div class="filepond--item" data-filepond-item-state="processing-complete"></div>';
  const before = lastItem(document);
  const again = '<div class="filepond--item" data-filepond-item-state="processing-error"></div>';
  const wait = at({
    2: () => {
      document.body.innerHTML = again;
    },
  });
  expect(await isTaken(document, before, { wait, isSent: () => false })).toBe(false);
});
