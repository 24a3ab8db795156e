import type { MakerNames, MakerView } from '#utils/model/maker.ts';

const MOST = 5;

/** Whether a name has a word that begins as one types, or the number holds it. */
export function isLike({ name, phone }: MakerNames, typed: string): boolean {
  const text = typed.trim().toLowerCase();
  const digits = text.replace(/\D/g, '').replace(/^0/, '');
  return ` ${name.toLowerCase()}`.includes(` ${text}`) || (digits.length > 2 && phone.includes(digits));
}

/** The makers that one may mean, the last used first. */
export function makersLike(typed: string, book: readonly MakerView[]): MakerView[] {
  return book.filter((maker) => isLike(maker, typed)).slice(0, MOST);
}
