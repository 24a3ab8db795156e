import { newId } from '#contract/newId.ts';
import { emptyForm } from '#utils/listing/emptyForm.ts';
import type { ProductList } from '#utils/listing/line/split.ts';
import { fillQuick, NOTHING_FILLED } from '#utils/listing/quickfill.ts';
import type { Draft } from '#utils/model/draft.ts';
import type { Settings } from '#utils/model/site.ts';

type Around = { siteUrl: string | null; defaults: Settings['defaults']; now: number };

/** A new draft for every product of the list. What was said once is each product's own, unless it says otherwise. */
export function draftsOf({ products, shared }: ProductList, around: Around): Draft[] {
  return products.map(({ text, reading }) => {
    const draft = blank(around);
    const filled = fillQuick({ ...draft.form, ...shared }, NOTHING_FILLED, reading.fields);
    return { ...draft, form: filled.form, line: { text, fill: filled.fill, answered: [] } };
  });
}

/** A new draft without words, for a photo that becomes a product. */
export function blank({ siteUrl, defaults, now }: Around): Draft {
  return {
    id: newId(),
    siteUrl,
    form: emptyForm(defaults),
    photos: [],
    baseRev: 0,
    prefilled: null,
    issues: [],
    updatedAt: now,
  };
}
