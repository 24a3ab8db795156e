import type { DraftForm, FieldIssue } from '#utils/model/draft.ts';

export type FormField = keyof DraftForm | 'photos';

/** Where each field of the form stands in the listing that is sent: the `path` of an issue. In the order of the form. */
const PATHS: Record<FormField, string> = {
  photos: 'photos',
  name: 'name',
  price: 'price',
  unit: 'unit',
  packAmount: 'packSize.amount',
  packMeasure: 'packSize.measure',
  availability: 'availability',
  stock: 'stock',
  category: 'category',
  description: 'description',
  producerName: 'producer.name',
  producerPhone: 'producer.phone',
  consent: 'producer.consent',
  flagship: 'flagship',
  terms: 'terms',
  floorPrice: 'floor.price',
  floorBelow: 'floor.below',
};
export const FORM_FIELDS = Object.keys(PATHS) as FormField[];

/** The field that an issue belongs to; null for what no field can mend. `photos.3` is a matter of the photos. */
export function fieldOf({ path }: FieldIssue): FormField | null {
  return FORM_FIELDS.find((field) => path === PATHS[field] || path.startsWith(`${PATHS[field]}.`)) ?? null;
}

/** The first issue of each field, in the order of the form. */
export function byField(issues: readonly FieldIssue[]): Map<FormField, string> {
  const found = new Map<FormField, string>();
  for (const field of FORM_FIELDS) {
    const issue = issues.find((candidate) => fieldOf(candidate) === field);
    if (issue) found.set(field, issue.code);
  }
  return found;
}
