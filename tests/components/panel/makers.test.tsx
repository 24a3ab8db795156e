// @vitest-environment jsdom
import '#tests/components/browser.ts';
import { useState } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ProducerFields } from '#components/form/ProducerFields.tsx';
import { CONSENT_BY_FORM } from '#contract';
import { mount } from '#tests/support/mount.ts';
import { loadWords } from '#utils/i18n/t.ts';
import { emptyForm } from '#utils/listing/form.ts';
import { withConsent } from '#utils/makers/consent.ts';
import type { DraftForm } from '#utils/model/draft.ts';
import type { MakerView } from '#utils/model/maker.ts';

beforeEach(async () => {
  vi.useFakeTimers({ now: new Date('2026-11-27T05:00:00Z'), toFake: ['Date'] });
  await loadWords('id');
});

afterEach(() => void vi.useRealTimers());

const maker = (name: string, phone: string, more: Partial<MakerView> = {}): MakerView => ({
  name,
  phone,
  consent: 'given',
  consentAt: Date.parse('2026-11-26T05:00:00Z'),
  consentDevice: 'Laptop',
  withdrawnAt: null,
  isVillage: false,
  products: 1,
  listings: 1,
  isOwed: false,
  owed: 0,
  ...more,
});
const BOOK = [
  maker('Bu Siti', '+6281200000001'),
  maker('Pak Sigit', '+6281200000002', { consentAt: Date.parse('2025-11-26T05:00:00Z') }),
  maker('Bu Sri', '+6281200000003', { consent: 'withdrawn', withdrawnAt: Date.parse('2026-11-27T03:00:00Z') }),
  maker('Bu Wati', '+6281200000005', { consentDevice: CONSENT_BY_FORM }),
  maker('Bu Tini', '+6281200000004', { consent: 'unasked', consentAt: null, consentDevice: null }),
];

function draw(name = '', phone = '') {
  const blank = { producerName: name, producerPhone: phone, terms: '', category: '', unit: 'kg' };
  const said: { form: DraftForm } = { form: emptyForm(blank) };
  function Page() {
    const [form, setForm] = useState(said.form);
    said.form = form;
    const set = <F extends keyof DraftForm>(field: F, value: DraftForm[F]) =>
      setForm((now) => ({ ...now, [field]: value }));
    const model = { form: withConsent(form, BOOK), set, left: () => undefined, error: () => null };
    return <ProducerFields model={model} makers={BOOK} />;
  }
  const { root } = mount(<Page />);
  const input = root.querySelector<HTMLInputElement>('#field-producerName');
  if (input === null) throw new Error('no field');
  const key = (pressed: string) =>
    act(
      () => void input.dispatchEvent(new KeyboardEvent('keydown', { key: pressed, bubbles: true, cancelable: true })),
    );
  const type = (text: string) =>
    act(() => {
      input.value = text;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
  const options = () => [...root.querySelectorAll('[role=option]')].map((one) => one.textContent);
  const consent = () => root.querySelector('#field-consent');
  return { said, root, input, key, type, options, consent };
}

it('a maker who agreed is shown with the day, and nothing is there to press', () => {
  const { consent } = draw('bu siti', '0812-0000-0001');
  expect(consent()?.textContent).toBe('Bu Siti sudah setuju (26 Nov)');
  expect(consent()?.matches('input')).toBe(false);
});

it('one who ticked it herself is shown as such', () => {
  const said = draw('Bu Wati', '081200000005').consent()?.textContent;
  expect(said).toContain('Bu Wati setuju sendiri lewat Titip jual (26 Nov)');
  // Anybody can type a name and a number.
  expect(said).toContain('Pastikan memang Bu Wati yang mengirim');
});

it('the year stands there where it is another one', () => {
  expect(draw('Pak Sigit', '081200000002').consent()?.textContent).toBe('Pak Sigit sudah setuju (26 Nov 2025)');
});

it.each([
  ['another number', 'Bu Siti', '081200000009'],
  ['another name', 'Bu Sita', '081200000001'],
  ['nobody asked yet', 'Bu Tini', '081200000004'],
])('%s is asked', (_, name, phone) => {
  const { consent, root } = draw(name, phone);
  expect(consent()?.matches('input:not(:checked)')).toBe(true);
  expect(root.textContent).not.toContain('menarik');
});

it('where nobody is named and the village has a number, it says that the village sells', () => {
  BOOK.push(maker('Desa Dagan', '+6281999999999', { isVillage: true }));
  expect(draw().consent()?.textContent).toBe('Dikosongkan: dijual atas nama Desa Dagan, 0819-9999-9999');
  expect(draw('Bu Tuti').consent()?.matches('input')).toBe(true);
  BOOK.pop();
});

it('who withdrew is asked again, and the day is told', () => {
  const { consent, root } = draw('Bu Sri', '081200000003');
  expect(consent()?.matches('input:not(:checked)')).toBe(true);
  expect(root.textContent).toContain('Bu Sri menarik persetujuannya (27 Nov).');
});

it('arrows and Enter choose from the address book, and the number comes with the name', () => {
  const { said, key, type, options, input } = draw();
  type('si');
  expect(options()).toEqual(['Bu Siti 0812-0000-0001', 'Pak Sigit 0812-0000-0002']);
  key('ArrowDown');
  key('ArrowDown');
  expect(input.getAttribute('aria-activedescendant')).toBe('makers-1');
  key('Enter');
  expect([said.form.producerName, said.form.producerPhone]).toEqual(['Pak Sigit', '0812-0000-0002']);
  expect(options()).toEqual([]);
  key('ArrowDown');
  expect(options()).toHaveLength(5);
  key('Escape');
  expect(options()).toEqual([]);
});

it('a press chooses too, and the caret stays', () => {
  const { said, root, type } = draw();
  type('0812-0000-0003');
  const [option] = root.querySelectorAll('[role=option]');
  const press = new MouseEvent('mousedown', { bubbles: true, cancelable: true });
  act(() => void option?.dispatchEvent(press));
  expect(said.form.producerName).toBe('Bu Sri');
  expect(press.defaultPrevented).toBe(true);
});

it('a name that nobody knows shows no list, and Enter is left to the form', () => {
  const { type, options, key } = draw();
  type('Mbah');
  expect(options()).toEqual([]);
  key('Enter');
  expect(options()).toEqual([]);
});
