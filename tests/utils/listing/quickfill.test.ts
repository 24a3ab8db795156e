import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyForm } from '#utils/listing/form.ts';
import { fillQuick, NOTHING_FILLED } from '#utils/listing/quickfill.ts';
import type { DraftForm } from '#utils/model/draft.ts';

const EMPTY = emptyForm({ producerName: '', producerPhone: '', terms: '', category: '', unit: '' });
const values = fc.record(
  { name: fc.string(), price: fc.string(), stock: fc.string(), flagship: fc.boolean() },
  { requiredKeys: [] },
);

function typed(form: DraftForm, lines: Partial<DraftForm>[]) {
  return lines.reduce((state, fields) => fillQuick(state.form, state.fill, fields), { form, fill: NOTHING_FILLED });
}

describe('the form that follows the quick line', () => {
  it('is as it was before, once the line is cleared, whatever was typed in between', () => {
    fc.assert(
      fc.property(values, fc.array(values), (start, lines) => {
        const form = { ...EMPTY, ...start };
        expect(typed(form, [...lines, {}]).form).toEqual(form);
      }),
    );
  });

  it('says what the line says now, not what it said before', () => {
    fc.assert(
      fc.property(fc.array(values), values, (lines, last) => {
        expect(typed(EMPTY, [...lines, last]).form).toEqual({ ...EMPTY, ...last });
      }),
    );
  });

  it('never touches a field again that a person changed after the line wrote it', () => {
    const first = typed(EMPTY, [{ name: 'Gula', price: '25rb' }]);
    const corrected = { ...first.form, price: '20rb' };
    const second = fillQuick(corrected, first.fill, { name: 'Gula semut', price: '25rb' });
    expect(second.form).toMatchObject({ name: 'Gula semut', price: '20rb' });
    expect(fillQuick(second.form, second.fill, {}).form).toMatchObject({ name: '', price: '20rb' });
  });
});
