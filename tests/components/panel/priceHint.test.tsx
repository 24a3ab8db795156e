// @vitest-environment jsdom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { BackgroundContext } from '#components/background/context.ts';
import { PriceHint } from '#components/form/PriceHint.tsx';
import { usePriceHint } from '#components/panel/usePriceHint.ts';
import type { PriceHint as Hint } from '#contract';
import { mount } from '#tests/support/mount.ts';
import { emptyForm } from '#utils/listing/form.ts';
import type { Input } from '#utils/messages.ts';
import type { Draft, DraftForm } from '#utils/model/draft.ts';
import { testBackground } from './background.ts';
import { useWords } from './words.ts';

// This stands before anything that reads `browser`, because there is none outside an extension.
vi.hoisted(() => Object.assign(globalThis, { chrome: { runtime: { id: 'test', getURL: (path: string) => path } } }));

const ID = 'b'.repeat(16);
const HINT: Hint = { price: 10_012, per: 'ons', villages: 5, since: '2026-09-01T03:00:00.000Z' };

beforeEach(async () => {
  await useWords('panel');
  vi.useFakeTimers({ now: new Date('2026-11-27T05:00:00Z') });
});

afterEach(() => void vi.useRealTimers());

/** A form with a name to type and another field; `answer` is what the background says. */
function draw(answer: () => Promise<Hint | null>) {
  const asked: Input<'price/hint'>[] = [];
  const { background } = testBackground();
  background.send = (async (_name: string, input: Input<'price/hint'>) => {
    asked.push(input);
    return answer();
  }) as typeof background.send;
  function Page({ form }: { form: DraftForm }) {
    const draft: Draft = {
      id: ID,
      siteUrl: null,
      form,
      photos: [],
      baseRev: 0,
      prefilled: null,
      issues: [],
      updatedAt: 0,
    };
    return (
      <>
        <input id="field-name" />
        <input id="field-price" />
        <PriceHint hint={usePriceHint(draft)} />
      </>
    );
  }
  const blank = emptyForm({ producerName: '', producerPhone: '', terms: '', category: '', unit: 'bungkus' });
  const page = (form: Partial<DraftForm>) => (
    <BackgroundContext.Provider value={background}>
      <Page form={{ ...blank, ...form }} />
    </BackgroundContext.Provider>
  );
  const { root, update } = mount(page({}));
  document.body.append(root);
  const focus = (id: string) => act(() => root.querySelector<HTMLElement>(`#field-${id}`)?.focus());
  const rest = (ms: number) => act(async () => void (await vi.advanceTimersByTimeAsync(ms)));
  return { root, asked, focus, rest, type: (form: Partial<DraftForm>) => act(() => update(page(form))) };
}

it('is asked once the person has left the name and rests, with name and unit alone', async () => {
  const { root, asked, focus, rest, type } = draw(async () => HINT);
  await focus('name');
  await type({ name: 'Gula sem' });
  await rest(5000);
  await type({ name: 'Gula semut ', price: '25rb', producerName: 'Bu Siti' });
  await rest(5000);
  expect(asked).toEqual([]);
  await focus('price');
  await rest(700);
  expect(asked).toEqual([]);
  await rest(200);
  expect(asked).toEqual([{ id: ID, name: 'Gula semut', unit: 'bungkus' }]);
  expect(root.textContent).toBe('Desa lain: sekitar Rp10.000/ons (5 desa, 3 bulan terakhir)');
});

it('is asked once for the same words, anew for other ones, and goes with them', async () => {
  const { root, asked, focus, rest, type } = draw(async () => HINT);
  await focus('price');
  await type({ name: 'Gula semut' });
  await rest(1000);
  await type({ name: 'Gula semut', price: '3' });
  await rest(1000);
  await type({ name: 'Gula semut', unit: 'kg' });
  expect(root.textContent).toBe('');
  await rest(1000);
  await type({ name: 'Gula semut' });
  expect(root.textContent).toContain('Desa lain');
  await rest(1000);
  expect(asked.map(({ unit }) => unit)).toEqual(['bungkus', 'kg']);
});

it.each([
  ['no name', { name: 'Gu' }],
  ['no unit', { name: 'Gula semut', unit: '' }],
  ['a unit of the seller’s own', { name: 'Gula semut', unit: 'biji', unitWord: 'loyang' }],
  ['a name that is none', { name: 'x'.repeat(81) }],
])('is not asked with %s', async (_what, form) => {
  const { asked, focus, rest, type } = draw(async () => HINT);
  await focus('price');
  await type(form);
  await rest(5000);
  expect(asked).toEqual([]);
});

it.each([
  ['nobody knows', async () => null],
  ['nobody answers', () => Promise.reject(new Error('offline'))],
  ['the measure is of a later version', async () => ({ ...HINT, per: 'hektar' })],
])('says nothing where %s', async (_what, answer) => {
  const { root, asked, focus, rest, type } = draw(answer);
  await focus('price');
  await type({ name: 'Gula semut' });
  await rest(5000);
  expect(asked).toHaveLength(1);
  expect(root.textContent).toBe('');
});

it.each([
  [{ ...HINT, per: 'botol', price: 123_456 }, 'sekitar Rp123.000/botol'],
  [{ ...HINT, per: 'piece', price: 950, since: '2026-11-27T03:00:00.000Z' }, 'sekitar Rp950/biji (5 desa, 1 bulan'],
])('tells %o', async (hint, text) => {
  const { root, focus, rest, type } = draw(async () => hint);
  await focus('price');
  await type({ name: 'Gula semut' });
  await rest(1000);
  expect(root.textContent).toContain(text);
});
