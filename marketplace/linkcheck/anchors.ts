/** Elements whose content a browser reads as text or never shows: a link written inside one of them is no link. */
const RAW_TEXT = new Set(['script', 'style', 'template', 'textarea', 'title', 'noscript', 'iframe', 'xmp']);

/**
 * The `href` of every `<a>` of a page, as written (entities decoded). One pass from left to right, so that a hostile
 * page of two megabytes costs no more than a friendly one.
 */
export function* anchorHrefs(html: string): Generator<string> {
  // Only ASCII letters change, so that a position in `lower` is the same position in the page.
  const lower = html.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at)) {
    if (html.startsWith('<!--', at)) {
      at = after(html, '-->', at + 4);
      continue;
    }
    const name = /[a-z][^\s/>]*/y;
    name.lastIndex = at + 1;
    const tag = name.exec(lower)?.[0];
    if (tag === undefined) {
      at += 1;
      continue;
    }
    const { href, end } = readAttributes(html, name.lastIndex);
    if (tag === 'a' && href !== null) yield decodeEntities(href);
    at = RAW_TEXT.has(tag) ? after(lower, `</${tag}`, end) : end;
  }
}

function after(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found === -1 ? text.length : found + mark.length;
}

/** Reads from behind a tag's name to behind its `>`; the first `href` counts, as in a browser. */
function readAttributes(html: string, from: number): { href: string | null; end: number } {
  const space = /[\s/]*/y;
  const name = /[^\s/>=]+|=[^\s/>=]*/y;
  const equals = /\s*=\s*/y;
  const bare = /[^\s>]*/y;
  let href: string | null = null;
  for (let at = from; ; ) {
    space.lastIndex = at;
    space.exec(html);
    at = space.lastIndex;
    if (at >= html.length || html[at] === '>') return { href, end: at + 1 };
    name.lastIndex = at;
    const key = name.exec(html)?.[0] ?? '';
    at = name.lastIndex;
    equals.lastIndex = at;
    if (!equals.test(html)) continue;
    at = equals.lastIndex;
    const quote = html[at];
    let value: string;
    if (quote === '"' || quote === "'") {
      const close = html.indexOf(quote, at + 1);
      // A quote that is never closed swallows the rest of the page.
      if (close === -1) return { href: null, end: html.length };
      value = html.slice(at + 1, close);
      at = close + 1;
    } else {
      bare.lastIndex = at;
      value = bare.exec(html)?.[0] ?? '';
      at = bare.lastIndex;
    }
    if (href === null && key.toLowerCase() === 'href') href = value;
  }
}

const NAMED: Record<string, string> = { amp: '&', colon: ':', sol: '/', period: '.', hyphen: '-' };

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{1,8}));?/gi, (all, decimal, hex, name) => {
    if (name !== undefined) return NAMED[String(name).toLowerCase()] ?? all;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
}
