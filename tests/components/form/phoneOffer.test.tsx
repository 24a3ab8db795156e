// @vitest-environment jsdom
import '#tests/components/browser.ts';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { phoneRules } from '#components/form/code.ts';
import { ProductFields } from '#components/form/ProductFields.tsx';
import { mount } from '#tests/support/mount.ts';
import { loadWords } from '#utils/i18n/t.ts';
import { emptyForm, toListingInput } from '#utils/listing/form.ts';
import type { DraftForm } from '#utils/model/draft.ts';

beforeAll(() => phoneRules.load());
beforeEach(() => loadWords('id'));

function draw(change: Partial<DraftForm>) {
  const empty = emptyForm({ producerName: 'Bu Siti', producerPhone: '', terms: '', category: '', unit: 'kg' });
  const form: DraftForm = { ...empty, ...change };
  const set = <F extends keyof DraftForm>(field: F, value: DraftForm[F]) => {
    form[field] = value;
  };
  const { root } = mount(
    <ProductFields model={{ form, set, left: () => undefined, error: () => null }} makers={[]} more={null} />,
  );
  const buttons = (name: string) => [...root.querySelectorAll('button')].filter((one) => one.textContent === name);
  return { form, root, buttons };
}

it('a number typed into public words is offered as the WhatsApp number, and leaves those words', () => {
  const { form, root, buttons } = draw({ description: 'Gula asli. WA nol delapan satu tiga 5555 7777' });
  expect(root.textContent).toContain('Ada nomor HP di sini: 0813-5555-7777. Pakai sebagai nomor WA?');
  buttons('Pakai sebagai nomor WA')[0]?.click();
  expect([form.producerPhone, form.description]).toEqual(['0813-5555-7777', 'Gula asli.']);
});

it('a number that is the WhatsApp number already is only taken out', () => {
  const { form, buttons } = draw({ name: 'Gula semut 0813 5555 7777', producerPhone: '+62 813-5555-7777' });
  expect(buttons('Pakai sebagai nomor WA')).toEqual([]);
  buttons('Hapus dari sini')[0]?.click();
  expect([form.producerPhone, form.name]).toEqual(['+62 813-5555-7777', 'Gula semut']);
});

it.each(['name', 'description', 'producerName', 'terms'] as const)('the field %s asks', (field) => {
  expect(draw({ [field]: 'Hub 081355557777' }).buttons('Hapus dari sini')).toHaveLength(1);
});

it('what may be a batch is asked about, may stay, and is no mistake', () => {
  const { form, root, buttons } = draw({ name: 'Gula semut', description: 'Batch 0812202412' });
  expect(root.textContent).toContain('Apakah 0812-2024-12 nomor HP?');
  const read = toListingInput(form, [], { rev: 1, siteUrl: null, state: 'live' });
  expect('issues' in read && read.issues.filter(({ path }) => path === 'description')).toEqual([]);
  buttons('Hapus dari sini')[0]?.click();
  expect(form.description).toBe('Batch');
});

it('words without a number ask nothing', () => {
  const { buttons } = draw({ description: 'P-IRT 2063303010123-28, kantor (0281) 891234, Rp25.000' });
  expect(buttons('Hapus dari sini')).toEqual([]);
});
