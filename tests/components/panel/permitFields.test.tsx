// @vitest-environment jsdom
import '#tests/components/browser.ts';
import { beforeEach, expect, it } from 'vitest';
import { MoreFields } from '#components/form/MoreFields.tsx';
import { type Mounted, mount } from '#tests/support/mount.ts';
import { loadWords } from '#utils/i18n/t.ts';
import { emptyForm } from '#utils/listing/form.ts';
import type { DraftForm } from '#utils/model/draft.ts';

let mounted: Mounted | null = null;
beforeEach(async () => {
  mounted = null;
  await loadWords('id');
});

function draw(typed: Partial<DraftForm>): void {
  const empty = emptyForm({ producerName: '', producerPhone: '', terms: '', category: '', unit: '' });
  const model = { form: { ...empty, ...typed }, set: () => undefined, left: () => undefined, error: () => null };
  const view = <MoreFields model={model}>{null}</MoreFields>;
  if (mounted === null) mounted = mount(view);
  else mounted.update(view);
}

const below = (field: string) => mounted?.root.querySelector(`#field-${field}-hint`)?.textContent?.trim() ?? '';
/** Two digits of the year so many years from now. */
const year = (years: number) => String((new Date().getFullYear() + years) % 100).padStart(2, '0');

it('permits stand folded away, one line each, and ask for a day only once there is a number', () => {
  draw({});
  expect(mounted?.root.querySelector('details')?.open).toBe(false);
  expect(mounted?.root.querySelectorAll('.permit-line input')).toHaveLength(4);
  draw({ halal: '00060012340318' });
  expect(mounted?.root.querySelector('details')?.open).toBe(true);
  expect(mounted?.root.querySelectorAll('.permit-line input')).toHaveLength(5);
  // Emptied to be typed anew: nothing closes under the hand.
  draw({ halal: '' });
  expect(mounted?.root.querySelector('details')?.open).toBe(true);
});

it('what was understood is told where it is written otherwise, and until when it holds', () => {
  draw({ pirt: `P-IRT 2063303010123 ${year(3)}`, bpom: 'MD 867012345678', nib: 'NIB 1234567890123' });
  expect(below('pirt')).toBe(`2063303010123-${year(3)} Berlaku sampai 31 Desember 20${year(3)}.`);
  expect(below('bpom')).toBe('');
  expect(below('nib')).toBe('1234567890123');
});

it('one that has ended says so; one that cannot be read says nothing by itself', () => {
  draw({ pirt: `2063303010123-${year(-1)}`, halal: 'ID1', nib: '1' });
  expect(below('pirt')).toBe(`Sudah lewat: berlaku sampai 31 Desember 20${year(-1)}.`);
  expect([below('halal'), below('nib')]).toEqual(['', '']);
});
