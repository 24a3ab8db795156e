import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { wordsOf } from '#tests/components/browser.ts';

/** Words that an official does not say, or that are a second word for a thing that has one. */
const STRANGE =
  /\b(peramban|penyunting|pindai|tautan balik|tertaut|balasan siap|ambil lagi|terakhir diambil|buang|dibuang|membuang|singkirkan|mencabut|timpa|penjaga situs)\b|"nama pembuat"/i;
const FOLDERS = [
  'utils/i18n/words',
  'utils/cms/words',
  'utils/inquiries/words',
  'marketplace/words',
  'marketplace/contract/words',
];

function indonesian(): [string, string][] {
  const words = FOLDERS.flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}`));
  const store = ['chrome', 'firefox'].map((shop) => `docs/store/${shop}.id.md`);
  return [...words.filter((name) => name.endsWith('.id.json')), ...store, 'docs/privacy-policy.id.md'].flatMap((name) =>
    readFileSync(name, 'utf8')
      .split('\n')
      .map((line): [string, string] => [name, line]),
  );
}

describe('the Indonesian words', () => {
  it('are those that a village official uses', () => {
    expect(indonesian().filter(([, line]) => STRANGE.test(line))).toEqual([]);
  });
  it('have one word each for undo, remove and withdraw', () => {
    const id = wordsOf('id');
    const say = (...keys: string[]) => keys.map((key) => id[key]?.message ?? key);
    for (const word of say('undo', 'undo_seconds', 'panel_undo', 'panel_prefill_undo'))
      expect(word).toMatch(/^Urungkan/);
    for (const word of say('panel_photo_remove', 'panel_photo_drop', 'options_remove', 'options_forget'))
      expect(word).toMatch(/^Hapus/);
    for (const word of say('listing_withdraw', 'listing_withdrawn', 'state_withdrawn', 'event_withdrawn'))
      expect(word).toMatch(/(tarik|menarik)/i);
  });
});
