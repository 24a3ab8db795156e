import type { ShopItem, ShopWords } from '#utils/cms/shop.ts';
import { LEAD } from '#utils/cms/shopWords.ts';

/** The form's limit for a name, and the column's for a unit (characters). */
const NAME_MAX = 100;
const UNIT_MAX = 20;

/** The listing's words as Lapak keeps them. */
export function wordsFor(item: ShopItem): ShopWords {
  const description = [storable(item.description).trim(), LEAD + item.link].filter(Boolean).join('\n\n');
  return { name: nameFor(item.name), price: item.price, unit: unitFor(item.unit), description };
}

/** The text without emoji: Lapak's tables hold three bytes a letter, and an emoji would make the whole product fail. */
const storable = (text: string): string => text.replace(/[\u{10000}-\u{10ffff}]/gu, '');

/** The name as Lapak takes it: `<` would cut it short. */
function nameFor(name: string): string {
  return storable(name).replace(/[<>]/g, '').replace(/\s+/g, ' ').trim().slice(0, NAME_MAX).trim();
}

/** The unit in letters, digits and blanks alone: Lapak drops all else, which would make `1,5 kg` into `15 kg`. */
function unitFor(unit: string): string {
  const [word = ''] = unit.split(' ');
  const whole = unit.replace(/[^a-zA-Z0-9\s]/g, '').trim();
  return /\d[.,]\d/.test(unit) || whole.length > UNIT_MAX ? word : whole;
}
