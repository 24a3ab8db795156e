import type { PackSize, Unit } from '#contract';
import type { DraftForm } from '#utils/model/draft.ts';

const CARRIES_PACK: ReadonlySet<string> = new Set<Unit>([
  'biji',
  'bungkus',
  'botol',
  'sak',
  'ikat',
  'tandan',
  'paket',
] satisfies Unit[]);

/** Packaging words say nothing of how much is inside, so the seller writes it; a kilogram or a dozen already says it. */
export function carriesPack(unit: string): boolean {
  return CARRIES_PACK.has(unit);
}

// biome-ignore format: one measure a line
const MEASURE_OF: Record<string, [PackSize['measure'], number]> = {
  kg: ['kg', 1], kilo: ['kg', 1], kilogram: ['kg', 1],
  ons: ['gram', 100], on: ['gram', 100],
  gram: ['gram', 1], gr: ['gram', 1], grm: ['gram', 1], g: ['gram', 1],
  liter: ['liter', 1], ltr: ['liter', 1], lt: ['liter', 1], l: ['liter', 1], litre: ['liter', 1],
  ml: ['ml', 1], cc: ['ml', 1],
  biji: ['biji', 1], pcs: ['biji', 1], buah: ['biji', 1], bh: ['biji', 1], butir: ['biji', 1], lembar: ['biji', 1], lusin: ['biji', 12],
};

/** Every word that can follow an amount as its measure, longest first. */
export const MEASURE_WORDS = Object.keys(MEASURE_OF).sort((a, b) => b.length - a.length);

const FRACTIONS: Record<string, number> = { '½': 0.5, '¼': 0.25, '¾': 0.75 };
/** An amount: `250`, `0,5`, `1/2`, `½`, `1.000`. */
export const AMOUNT = String.raw`\d+\/\d+|[½¼¾]|\d{1,3}(?:\.\d{3})+(?!\d)|\d+(?:[.,]\d+)?`;
const PACK = new RegExp(String.raw`^(?:isi )?(${AMOUNT}) ?([a-z]+)?\.?$`);

/**
 * The form's pack size, or null when there is none to give. A size that cannot be read is left for the schema to
 * refuse.
 */
export function packSize(form: Pick<DraftForm, 'unit' | 'packAmount' | 'packMeasure'>) {
  if (form.packAmount.trim() === '' || !carriesPack(form.unit)) return null;
  return readPack(form.packAmount, form.packMeasure) ?? { amount: undefined, measure: form.packMeasure };
}

/** `250 gr`, `1kg`, `½ liter`, `isi 12 pcs`; an amount alone takes `measure`. Null when it is no size. */
export function readPack(typed: string, measure: string): PackSize | null {
  const [, amountText, word] = PACK.exec(typed.trim().toLowerCase()) ?? [];
  const found = MEASURE_OF[word ?? measure];
  const amount = readAmount(amountText ?? '');
  if (found === undefined || amount === null) return null;
  return { amount: Math.round(amount * found[1] * 1000) / 1000, measure: found[0] };
}

function readAmount(text: string): number | null {
  const fraction = /^(\d+)\/(\d+)$/.exec(text);
  const value = fraction
    ? Number(fraction[1]) / Number(fraction[2])
    : (FRACTIONS[text] ??
      Number(/^\d{1,3}(?:\.\d{3})+$/.test(text) ? text.replaceAll('.', '') : text.replace(',', '.')));
  return text !== '' && Number.isFinite(value) && value > 0 ? value : null;
}
