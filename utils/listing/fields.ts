import type { WordKey } from '#utils/i18n/keys.ts';
import type { DraftForm, FieldIssue } from '#utils/model/draft.ts';

export type FormField = keyof DraftForm | 'photos';

interface AboutField {
  /** Where it stands in the listing that is sent: the `path` of an issue. */
  path: string;
  /** What a person knows it as, where it holds words of theirs. */
  label: WordKey | null;
}

/** In the order of the form. */
const FIELDS: Record<FormField, AboutField> = {
  photos: { path: 'photos', label: null },
  name: { path: 'name', label: 'panel_name' },
  price: { path: 'price', label: 'panel_price' },
  unit: { path: 'unit', label: 'panel_unit' },
  unitWord: { path: 'unitWord', label: 'panel_unit' },
  packAmount: { path: 'packSize.amount', label: 'panel_pack' },
  packMeasure: { path: 'packSize.measure', label: 'panel_pack_measure' },
  availability: { path: 'availability', label: 'panel_availability' },
  stock: { path: 'stock', label: 'panel_stock' },
  category: { path: 'category', label: 'panel_category' },
  description: { path: 'description', label: 'panel_description' },
  producerName: { path: 'producer.name', label: 'panel_producer' },
  producerPhone: { path: 'producer.phone', label: 'panel_phone' },
  consent: { path: 'producer.consent', label: null },
  exchange: { path: 'exchange', label: 'panel_exchange' },
  terms: { path: 'terms', label: 'panel_terms' },
  flagship: { path: 'flagship', label: null },
  floorPrice: { path: 'floor.price', label: 'panel_floor' },
  floorBelow: { path: 'floor.below', label: null },
  pirt: { path: 'permits.pirt.number', label: 'panel_pirt' },
  pirtUntil: { path: 'permits.pirt.until', label: 'panel_permit_until' },
  bpom: { path: 'permits.bpom.number', label: 'panel_bpom' },
  bpomUntil: { path: 'permits.bpom.until', label: 'panel_permit_until' },
  halal: { path: 'permits.halal.number', label: 'panel_halal' },
  halalUntil: { path: 'permits.halal.until', label: 'panel_permit_until' },
  nib: { path: 'permits.nib.number', label: 'panel_nib' },
};
export const FORM_FIELDS = Object.keys(FIELDS) as FormField[];

/** The `path` of an issue of this field. */
export const pathOf = (field: FormField): string => FIELDS[field].path;

/** What a person knows a member of a draft's form or of a listing as; null for those that no form shows. */
export function labelOf(member: string): WordKey | null {
  const field = FORM_FIELDS.find((name) => name === member || FIELDS[name].path === member);
  return field === undefined ? null : FIELDS[field].label;
}

/**
 * The field that an issue belongs to, or null when no field can mend it. An issue of `photos.3` belongs to the photos.
 */
export function fieldOf({ path }: FieldIssue): FormField | null {
  return FORM_FIELDS.find((field) => path === FIELDS[field].path || path.startsWith(`${FIELDS[field].path}.`)) ?? null;
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
