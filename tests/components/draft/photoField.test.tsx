// @vitest-environment jsdom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { photoTools } from '#components/draft/code.ts';
import { PhotoField } from '#components/draft/PhotoField.tsx';
import type { Photos } from '#components/draft/usePhotos.ts';
import { useWords } from '#tests/components/panel/words.ts';
import { mount } from '#tests/support/mount.ts';
import { soon } from '#tests/support/soon.ts';
import type { DraftPhoto } from '#utils/model/draft.ts';
import { PhotoError } from '#utils/photos/photoError.ts';

vi.hoisted(() => Object.assign(globalThis, { chrome: { runtime: { id: 'test', getURL: (path: string) => path } } }));

const FILE = { type: 'image/jpeg' as const, width: 800, height: 600, bytes: 9 };
const WHOLE: DraftPhoto = { hash: 'a'.repeat(64), ...FILE };
const CUT: DraftPhoto = { hash: 'b'.repeat(64), ...FILE, whole: WHOLE };

beforeEach(async () => {
  await useWords('panel', 'issues');
  await photoTools.load();
});
afterEach(() => void vi.restoreAllMocks());

function draw(photo: DraftPhoto, over: Partial<Photos> = {}): HTMLElement {
  const photos = { photos: [photo], pending: [], src: () => 'data:,', ...over } as unknown as Photos;
  return mount(<PhotoField photos={photos} error={null} refused={0} onFiles={() => undefined} />).root;
}
const press = (root: HTMLElement, words: string) =>
  act(() => [...root.querySelectorAll('button')].find(({ textContent }) => textContent?.includes(words))?.click());
const choose = (root: HTMLElement) => act(() => root.querySelector<HTMLElement>('.photo-tile')?.click());

it('offers the camera where the device holds one, and nothing of it on an office computer', () => {
  expect(draw(WHOLE).querySelector('[capture]')).toBeNull();
  vi.spyOn(window, 'matchMedia').mockReturnValue({ matches: true } as MediaQueryList);
  expect(draw(WHOLE).querySelector('[capture]')?.getAttribute('capture')).toBe('environment');
});

it('brings back what a photo was cut from, and offers that of no other', async () => {
  const uncrop = vi.fn(() => WHOLE.hash);
  const root = draw(CUT, { uncrop });
  await choose(root);
  await press(root, 'Kembalikan');
  expect(uncrop).toHaveBeenCalledWith(CUT);
  const other = draw(WHOLE);
  await choose(other);
  expect(other.textContent).toContain('Potong');
  expect(other.textContent).not.toContain('Kembalikan');
});

it('says that a cut is too small, and leaves it open to be drawn larger', async () => {
  const root = draw(WHOLE, { crop: () => Promise.reject(new PhotoError('photo_crop_small')) });
  await choose(root);
  await press(root, 'Potong');
  await press(root, 'Potong foto');
  await soon(() => expect(root.textContent).toContain('terlalu kecil untuk dilihat pembeli'));
  expect(root.querySelector('.crop')).not.toBeNull();
});
