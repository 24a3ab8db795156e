import { setImmediate as giveWay } from 'node:timers/promises';
import { Parser } from 'htmlparser2';
import { LinkError } from './failure.ts';
import { isUserArea } from './userArea.ts';

export interface Scan {
  html: string;
  /** Throws `timeout` once it has aborted. */
  signal: AbortSignal;
  /** A link that a reader can follow and that its own site stands for. True ends the scan. */
  onLink?: (href: string) => boolean;
  /** The page's title: `<title>`, `og:title`, or a first heading. */
  onTitle?: (text: string) => void;
}

/** How much is read before others have their turn: a few milliseconds' work. */
const SLICE = 16 * 1024;
/** Elements whose content a browser does not show as it stands, beside those that the parser knows. */
const HIDDEN = new Set(['noscript', 'template', 'iframe', 'noembed', 'noframes', 'object']);
/** Deeper than any page; closing tags are looked up in the list of the open ones. */
const DEPTH_MAX = 1000;
const TITLE_MAX = 1000;
/** More attributes than any element has. */
const ATTRIBUTES_MAX = 1000;

/**
 * Reads a page from left to right, in slices between which the process does its other work: a hostile page of two
 * megabytes holds nobody up. Links in comments and guest books, and those that the site marks as its visitors'
 * (`rel="ugc"`), are passed over. Throws LinkError `timeout`, or `too_large` for a page that nests without end or has an
 * element of a thousand attributes.
 */
export async function scanPage({ html, signal, onLink, onTitle }: Scan): Promise<void> {
  let depth = 0;
  /** The depth at which a part began that does not count. */
  let outside: number | null = null;
  let title: string | null = null;
  let isFound = false;
  let attributesLeft = ATTRIBUTES_MAX;
  const parser = new Parser({
    onopentagname() {
      attributesLeft = ATTRIBUTES_MAX;
    },
    onattribute() {
      if (--attributesLeft < 0) throw new LinkError('too_large');
    },
    onopentag(tag, attributes) {
      depth++;
      if (outside === null && (HIDDEN.has(tag) || isUserArea(tag, attributes))) outside = depth;
      if (outside !== null || isFound) return;
      const { href, rel = '', property = '', content } = attributes;
      if (tag === 'a' && href !== undefined && !/(?:^|\s)ugc(?:\s|$)/i.test(rel)) isFound = onLink?.(href) ?? false;
      if (tag === 'meta' && property === 'og:title' && content !== undefined) onTitle?.(content);
      if (tag === 'title' || tag === 'h1') title = '';
    },
    ontext(text) {
      if (title !== null && title.length < TITLE_MAX) title += text;
    },
    onclosetag(tag) {
      if ((tag === 'title' || tag === 'h1') && title !== null) {
        onTitle?.(title);
        title = null;
      }
      if (depth === outside) outside = null;
      depth--;
    },
  });
  for (let at = 0; at < html.length && !isFound; at += SLICE) {
    if (signal.aborted) throw new LinkError('timeout');
    if (depth > DEPTH_MAX) throw new LinkError('too_large');
    parser.write(html.slice(at, at + SLICE));
    await giveWay();
  }
}
