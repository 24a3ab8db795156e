import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const store = join(root, 'docs/store');
const read = (path: string) => readFileSync(path, 'utf8');

/** The paragraph under a heading of the second level, by its place: the stores want the same parts in both languages. */
const part = (text: string, index: number) => text.split(/^## .*$/m)[index + 1]?.trim() ?? '';

describe.each(['chrome.id', 'chrome.en', 'firefox.id', 'firefox.en'])('the store text %s', (name) => {
  const text = read(join(store, `${name}.md`));
  const language = name.split('.')[1] ?? '';
  const words: Record<string, string> = JSON.parse(read(join(root, `utils/i18n/words/manifest.${language}.json`)));

  test('has the name and the summary that the manifest has, and the summary fits', () => {
    expect(part(text, 0)).toBe(words.extension_name);
    expect(part(text, 1)).toBe(words.extension_description);
    expect(part(text, 1).length).toBeLessThanOrEqual(132);
  });

  test('names pictures of the stores’ size, and none is heavy', async () => {
    const pictures = [...text.matchAll(/`(pictures\/[^`]+)`/g)].map(([, path]) => join(store, path ?? ''));
    expect(pictures.length).toBeGreaterThan(0);
    for (const path of pictures) {
      expect(await sharp(path).metadata()).toMatchObject({ format: 'png', width: 1280, height: 800 });
      expect(statSync(path).size).toBeLessThanOrEqual(150_000);
    }
  });
});
