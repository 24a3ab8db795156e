import { withImage } from '#utils/cms/card.ts';

/** `/feed` fails on articles under 260 bytes. */
const BODY_MIN = 300;
/** The form's own limits. */
const TITLE = { min: 5, max: 200 };
const PLAIN: Record<string, string> = {
  '’': "'",
  '‘': "'",
  '“': "'",
  '”': "'",
  '"': "'",
  '–': '-',
  '—': '-',
  '×': 'x',
};

/**
 * A title in plain ASCII: OpenSID keeps every other letter in the article's address and then cannot find that page;
 * `<` cuts the title short, and a title of digits alone would be taken for an article's number.
 */
export function plainTitle(title: string): string {
  const ascii = title
    .replace(/[’‘“”"–—×]/g, (mark) => PLAIN[mark] ?? '')
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]|[<>]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const named = /[a-z]/i.test(ascii) ? ascii : `Produk desa ${ascii}`.trim();
  return (named.length < TITLE.min ? `Jual ${named}` : named).slice(0, TITLE.max).trim();
}

/** The article's text. Its picture is not in it: every theme draws the article's own main picture above the text. */
export function body(html: string): string {
  const safe = withImage(html, null)
    .replace(/[\u{10000}-\u{10ffff}]/gu, (character) => `&#${character.codePointAt(0)};`)
    .replaceAll('[[', '&#91;&#91;');
  const missing = BODY_MIN - new TextEncoder().encode(safe).length;
  if (missing <= 0) return safe;
  // Blanks fill the text up between two paragraphs, where nobody sees them and nothing trims them.
  const last = safe.lastIndexOf('<p>');
  return `${safe.slice(0, last)}${' '.repeat(missing)}${safe.slice(last)}`;
}
