/** What a piece of a line is by its letters alone. A `break` ends a sentence or a cell: line, tab, `|`, `;`. */
export type TokenKind = 'word' | 'number' | 'mark' | 'break';

/** Characters `start`–`end` of the line (UTF-16, end exclusive). */
export interface Token {
  kind: TokenKind;
  /** In lower case. */
  text: string;
  start: number;
  end: number;
  /** A blank stands before it. */
  gap: boolean;
}

const TOKEN =
  /(?<break>\n|\t|[|;])|(?<number>\d+(?:[.,](?:\d+|[oO]{2,3}(?!\p{L})))*|[½¼¾])|(?<word>\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)*)|(?<mark>\S)/gu;

/** The line's tokens in order. Blanks belong to none; a letter and a digit that touch are two (`25rb`). */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let before = 0;
  for (const { index, 0: found, groups = {} } of text.matchAll(TOKEN)) {
    const kind = (['break', 'number', 'word', 'mark'] as const).find((one) => groups[one] !== undefined) ?? 'mark';
    // "15.ooo" is typed with the letter.
    const text = kind === 'number' ? found.replace(/o/gi, '0') : found.toLowerCase();
    tokens.push({ kind, text, start: index, end: index + found.length, gap: index > before });
    before = index + found.length;
  }
  // "Nama / 250 g / 15rb": strokes with blanks around them part cells where there are several.
  const strokes = tokens.filter((token, at) => token.text === '/' && token.gap && tokens[at + 1]?.gap === true);
  if (strokes.length > 1) for (const stroke of strokes) stroke.kind = 'break';
  return tokens;
}
