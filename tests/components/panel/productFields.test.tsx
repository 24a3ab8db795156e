// @vitest-environment jsdom
import '#tests/components/browser.ts';
import { beforeEach, expect, it, vi } from 'vitest';
import { fieldId } from '#components/form/model.ts';
import { ProductFields } from '#components/form/ProductFields.tsx';
import { mount } from '#tests/support/mount.ts';
import { loadWords } from '#utils/i18n/t.ts';
import { FORM_FIELDS, type FormField } from '#utils/listing/fields.ts';
import { emptyForm } from '#utils/listing/form.ts';

beforeEach(() => loadWords('id'));

/** A product that shows every field there is. */
const form = {
  ...emptyForm({ producerName: 'Bu Siti', producerPhone: '081234567890', terms: '', category: '', unit: 'bungkus' }),
  unitWord: 'pouch',
  floorPrice: '20rb',
  pirt: '2063303010123-28',
  bpom: 'MD 867012345678',
  halal: '00060012340318',
};

it('a unit that the list has not is written in one’s own word, and a listed one takes its place', () => {
  const set = vi.fn();
  const model = (unitWord: string | undefined) => ({
    ...{ form: { ...form, unitWord }, set, left: () => undefined, error: () => null },
  });
  const { root, update } = mount(<ProductFields model={model(undefined)} makers={[]} more={null} />);
  const unit = () => root.querySelector<HTMLSelectElement>('#field-unit') as HTMLSelectElement;
  const choose = (value: string) => {
    unit().value = value;
    unit().dispatchEvent(new Event('change', { bubbles: true }));
  };
  expect(root.querySelector('#field-unitWord')).toBeNull();
  choose('own');
  expect(set.mock.calls).toEqual([['unitWord', '']]);
  update(<ProductFields model={model('ekor')} makers={[]} more={null} />);
  expect(unit().selectedOptions[0]?.textContent).toBe('ekor');
  expect(root.querySelector<HTMLInputElement>('#field-unitWord')?.value).toBe('ekor');
  choose('kg');
  expect(set.mock.calls.slice(1)).toEqual([
    ['unitWord', undefined],
    ['unit', 'kg'],
  ]);
});

it('each field of a draft has its control, in the order in which mistakes are gone through', () => {
  const model = { form, set: () => undefined, left: () => undefined, error: () => null };
  const { root } = mount(<ProductFields model={model} makers={[]} more={null} />);
  const drawn = [...root.querySelectorAll('[id^=field-]')].map(({ id }) => id);
  // Photos stand above the fields, on their own.
  const fields = FORM_FIELDS.filter((field): field is Exclude<FormField, 'photos'> => field !== 'photos');
  const wanted = fields.map(fieldId);
  expect(drawn.filter((id) => wanted.includes(id))).toEqual(wanted);
});
