import type { ShopItem, ShopWords } from '#utils/cms/shop.ts';

/** The line that carries our link. A product is ours when it holds exactly this line of this listing. */
const LEAD = 'Lihat, tanya, atau tawar: ';
/** The form's limit for a name, and the column's for a unit (characters). */
const NAME_MAX = 100;
const UNIT_MAX = 20;
const ANY_LINE = new RegExp(`^${LEAD}https?://\\S+/p/\\S+$`);

/** The listing's words as Lapak keeps them. */
export function wordsFor(item: ShopItem): ShopWords {
  const description = [storable(item.description).trim(), LEAD + item.link].filter(Boolean).join('\n\n');
  return { name: nameFor(item.name), price: item.price, unit: unitFor(item.unit), description };
}

export function holdsLink(description: string, link: string): boolean {
  return linesOf(description).includes(LEAD + link);
}

/** True when Dodolan wrote this description, for whatever listing. */
export function isOurs(description: string): boolean {
  return linesOf(description).some((line) => ANY_LINE.test(line));
}

/** True when both say the same words, whatever became of line ends and blanks on the way. */
export function saysAlike(one: string, other: string): boolean {
  return one.replace(/\s+/g, ' ').trim() === other.replace(/\s+/g, ' ').trim();
}

const linesOf = (text: string): string[] => text.split(/\r?\n/).map((line) => line.trim());

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
