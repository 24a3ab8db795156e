import { openDom } from '#tests/support/dom.ts';

const parser = new (openDom().window.DOMParser)();

/** A page as a browser reads it; scripts do not run. */
export function read(html: string): Document {
  return parser.parseFromString(html, 'text/html');
}

/** XML as a feed reader reads it. Throws when it is not well formed. */
export function readXml(xml: string): Document {
  const document = parser.parseFromString(xml, 'application/xml');
  const fault = document.querySelector('parsererror');
  if (fault) throw new Error(fault.textContent ?? 'not well formed');
  return document;
}

/** The JSON-LD blocks, parsed. Throws when one is not JSON. */
export function jsonLd(document: Document): Record<string, unknown>[] {
  const blocks = document.querySelectorAll('script[type="application/ld+json"]');
  return [...blocks].map((block) => JSON.parse(block.textContent ?? ''));
}

export function textOf(document: Document, selector: string): string {
  const found = document.querySelector(selector);
  if (found === null) throw new Error(`nothing matches ${selector}`);
  return (found.textContent ?? '').trim();
}
