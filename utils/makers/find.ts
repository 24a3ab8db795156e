import type { MakerView } from '#utils/model/maker.ts';

const MOST = 5;

/** The makers whose name has a word that begins as one types, or whose number holds it; the last used first. */
export function makersLike(typed: string, book: readonly MakerView[]): MakerView[] {
  const text = typed.trim().toLowerCase();
  const digits = text.replace(/\D/g, '').replace(/^0/, '');
  const isLike = ({ name, phone }: MakerView) =>
    ` ${name.toLowerCase()}`.includes(` ${text}`) || (digits.length > 2 && phone.includes(digits));
  return book.filter((maker) => text === '' || isLike(maker)).slice(0, MOST);
}
