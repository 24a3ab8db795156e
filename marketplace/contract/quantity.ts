import { type Goods, isUnitOf } from './unitWords.ts';

const COUNT = /^(\d{1,3}(?:[. ]\d{3})+|\d+)(?: ?(\D.*))?$/;

/**
 * A typed quantity of goods, such as `20`, `1.000`, `20 bungkus`; null when the text is empty. NaN when it is no whole
 * number, and when the word behind it is not what these goods are counted in.
 */
export function readQuantity(typed: string, of: Goods): number | null {
  const text = typed.trim();
  if (text === '') return null;
  const [, digits, word] = COUNT.exec(text) ?? [];
  if (digits === undefined || (word !== undefined && !isUnitOf(word, of))) return Number.NaN;
  return Number(digits.replace(/[. ]/g, ''));
}
