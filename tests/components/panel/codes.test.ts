import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import issuesEn from '#utils/i18n/words/issues.en.json' with { type: 'json' };
import issuesId from '#utils/i18n/words/issues.id.json' with { type: 'json' };
import reasonsEn from '#utils/i18n/words/reasons.en.json' with { type: 'json' };
import reasonsId from '#utils/i18n/words/reasons.id.json' with { type: 'json' };
import { toListingInput } from '#utils/listing/form.ts';
import type { DraftForm } from '#utils/model/draft.ts';
import { WAIT_REASONS } from '#utils/model/outbox.ts';

const field = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    'x',
    '1.5',
    '25rb',
    'kg',
    'bungkus',
    '-1',
    '99999999999',
    'x'.repeat(5000),
    'a\u202eb',
    '+6281',
  ),
  fc.string(),
);
const maybe = fc.option(field, { nil: undefined });
const form = fc.record({
  name: field,
  price: field,
  unit: field,
  packAmount: field,
  packMeasure: field,
  availability: field,
  stock: field,
  category: field,
  description: field,
  producerName: field,
  producerPhone: field,
  consent: fc.boolean(),
  flagship: fc.boolean(),
  terms: field,
  exchange: maybe,
  floorPrice: field,
  floorBelow: field,
  pirt: maybe,
  pirtUntil: maybe,
  bpom: maybe,
  bpomUntil: maybe,
  halal: maybe,
  halalUntil: maybe,
  unitWord: maybe,
  nib: fc.oneof(maybe, fc.constant('81234567890')),
} satisfies Record<keyof DraftForm, unknown>);

describe('whatever is typed', () => {
  it('gets words in both languages for every code that refuses it', () => {
    const hashes = fc.array(fc.record({ hash: field }), { maxLength: 10 });
    fc.assert(
      fc.property(form, hashes, field, (typed, photos, siteUrl) => {
        const read = toListingInput(typed, photos, { rev: 1, siteUrl, state: 'live' });
        for (const { path, code } of 'issues' in read ? read.issues : []) {
          // The person chooses this from two buttons and never types it.
          if (path === 'floor.below') continue;
          expect(Object.keys(issuesId), path).toContain(`issue_${code}`);
          expect(Object.keys(issuesEn), path).toContain(`issue_${code}`);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('and whatever is waited for, too', () => {
    for (const reason of WAIT_REASONS) {
      expect(reasonsId).toHaveProperty(`reason_${reason}`);
      expect(reasonsEn).toHaveProperty(`reason_${reason}`);
    }
  });
});
