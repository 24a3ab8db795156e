import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderNear } from '#marketplace/pages/near/NearPage.tsx';
import { openDom } from '#tests/support/dom.ts';
import { viewOf } from './fixtures.ts';

const SCRIPT = readFileSync(new URL('../../../marketplace/pages/near/near.js', import.meta.url), 'utf8');
const PAGE = renderNear(viewOf(), { districts: [], regencies: [], results: null, isUnread: false, hasScript: false });

type Found = { coords: { latitude: number; longitude: number } };
/** How a browser answers. */
type Answer = (found: (at: Found) => void, not: (error: { code: number }) => void) => void;

/** The page in a browser that answers so; null for one that knows no positions. */
function open(answer: Answer | null, { isSecure = true } = {}) {
  const { window } = openDom(PAGE, { runScripts: 'outside-only', url: 'https://pasar.example/dekat' });
  const geolocation = answer && { getCurrentPosition: answer };
  Object.defineProperty(window.navigator, 'geolocation', { value: geolocation });
  Object.defineProperty(window, 'isSecureContext', { value: isSecure });
  const sent: Record<string, string>[] = [];
  const form = window.document.querySelector('form#posisi') as HTMLFormElement;
  form.submit = () => {
    const fields = [...form.querySelectorAll('input')].map((input) => [input.name, input.value]);
    sent.push(Object.fromEntries(fields));
  };
  window.eval(SCRIPT);
  const button = form.querySelector('button') as HTMLButtonElement;
  return { form, button, sent, said: () => form.querySelector('[role=status]')?.textContent };
}

describe('the script that asks where the browser is', () => {
  it('sends two decimals of it, and nothing more', () => {
    const degrees = (most: number) => fc.double({ min: -most, max: most, noNaN: true });
    fc.assert(
      fc.property(degrees(90), degrees(180), (latitude, longitude) => {
        const { button, sent } = open((found) => found({ coords: { latitude, longitude } }));
        button.click();
        expect(sent).toHaveLength(1);
        const { lat = '', lng = '' } = sent[0] ?? {};
        for (const text of [lat, lng]) expect(text).toMatch(/^-?\d{1,3}\.\d\d$/);
        expect(Math.abs(Number(lat) - latitude)).toBeLessThanOrEqual(0.005001);
        expect(Math.abs(Number(lng) - longitude)).toBeLessThanOrEqual(0.005001);
      }),
      { numRuns: 15 },
    );
  });

  it.each([
    [1, 'Browser tidak mengizinkan'],
    [2, 'belum bisa menemukan posisinya'],
    [3, 'setelah 20 detik'],
    [9, 'belum bisa menemukan posisinya'],
  ])('says in words why it has none (%i), and may be pressed again', (code, words) => {
    const { button, sent, said } = open((_, not) => not({ code }));
    button.click();
    expect([said(), button.disabled, sent]).toEqual([expect.stringContaining(words), false, []]);
  });

  it('says that it is looking, and takes no second press meanwhile', () => {
    const { form, button, said } = open(() => {});
    expect(form.hidden).toBe(false);
    button.click();
    expect([said(), button.disabled]).toEqual(['Mencari posisi Anda …', true]);
  });

  it('shows no button where it could do nothing', () => {
    expect(open(null).form.hidden).toBe(true);
    expect(open(() => {}, { isSecure: false }).form.hidden).toBe(true);
  });
});
