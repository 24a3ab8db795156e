import { linesOf } from '#utils/cms/plainText.ts';

/** How long a title may be that every village site keeps whole. */
const TITLE_MAX = 60;

/**
 * Words as every village site stores them: a straight apostrophe breaks careless SQL, and what lies beyond the basic
 * plane (emoji) is refused or turned into question marks by old databases.
 */
export function safe(text: string): string {
  return text
    .replace(/[\u{10000}-\u{10ffff}]\ufe0f?/gu, '')
    .replace(/(^|[\s(])'/g, '$1‘')
    .replaceAll("'", '’')
    .replace(/(^|[\s(])"/g, '$1“')
    .replaceAll('"', '”')
    .replace(/[ \t]{2,}/g, ' ')
    .trim();
}

/** The product's name as a title of at most 60 characters, another one than those that stand there already. */
export function safeTitle(name: string, taken: ReadonlySet<string>): string {
  const whole = safe(name.replace(/\s+/g, ' '));
  for (let count = 1; ; count += 1) {
    const tail = count === 1 ? '' : ` (${count})`;
    const title = cut(whole, TITLE_MAX - tail.length) + tail;
    if (!taken.has(sameTitle(title))) return title;
  }
}

/** How two titles are compared: sites make addresses of them, in which case and signs are lost. */
export function sameTitle(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

export function slugOf(title: string): string {
  return title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** The article as words, the product's address alone on the last line, for a site that shows markup as it is written. */
export function bodyAsText(html: string, link: string): string {
  return `${safe(linesOf(html))}\n\n${link}`;
}

/** The first words of the article, for a field that wants a summary. */
export function excerptOf(html: string, title: string): string {
  const [first = ''] = safe(linesOf(html)).split('\n');
  return cut(first === '' ? title : first, 150);
}

/** So many letters tell whose a summary is: a site may cut it. */
const EXCERPT_KNOWN = 60;

/** A summary is ours while it stands in the body that was saved with it, or is empty: a person's own stays. */
export function isOwnExcerpt(excerpt: string, body: string): boolean {
  const words = (text: string) => sameTitle(safe(linesOf(text)));
  return words(body).includes(words(excerpt).slice(0, EXCERPT_KNOWN));
}

function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  const head = text.slice(0, max + 1);
  const end = head.lastIndexOf(' ');
  return (end > max / 2 ? head.slice(0, end) : text.slice(0, max)).trim();
}
