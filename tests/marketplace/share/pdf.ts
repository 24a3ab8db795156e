import { inflateSync } from 'node:zlib';

/** A PDF of pdfkit, opened: its objects, and what its one page says and draws. */
export interface OpenedPdf {
  pages: number;
  size: number[];
  /** The lines of text as a reader copies them. */
  text: string;
  /** Each filled rectangle: x, y, width, height. */
  rects: number[][];
}

/** Reads back what our posters are made of: fonts with a map to Unicode, text in hexadecimal, and rectangles. */
export function openPdf(bytes: Uint8Array): OpenedPdf {
  const file = Buffer.from(bytes).toString('latin1');
  const objects = new Map<string, string>();
  for (const [, id = '', body = ''] of file.matchAll(/\n(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) objects.set(id, body);
  const streamOf = (id: string) => {
    const body = objects.get(id) ?? '';
    const data = Buffer.from(/stream\n([\s\S]*)\nendstream/.exec(body)?.[1] ?? '', 'latin1');
    return body.includes('/FlateDecode') ? inflateSync(data).toString('latin1') : data.toString('latin1');
  };
  const page = [...objects.values()].find((body) => /\/Type \/Page\b(?!s)/.test(body)) ?? '';
  const content = streamOf(/\/Contents (\d+) 0 R/.exec(page)?.[1] ?? '');
  const resources = objects.get(/\/Resources (\d+) 0 R/.exec(page)?.[1] ?? '') ?? page;
  const maps = new Map<string, Map<string, string>>();
  for (const [, name = '', id = ''] of resources.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id) ?? '')?.[1];
    maps.set(name, unicodeMap(map ? streamOf(map) : ''));
  }
  let text = '';
  let font = '';
  for (const [whole, name, shown = ''] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (name) font = name;
    else if (whole.endsWith('TJ')) {
      for (const [, hex = ''] of shown.matchAll(/<([0-9a-f]+)>/gi))
        for (const glyph of hex.match(/.{4}/g) ?? []) text += maps.get(font)?.get(glyph.toLowerCase()) ?? '\ufffd';
      text += '\n';
    }
  }
  const box = /\/MediaBox \[([^\]]*)\]/.exec(page)?.[1] ?? '';
  const numbers = (list: string) => list.trim().split(/\s+/).map(Number);
  const rects = [...content.matchAll(/^((?:-?[\d.]+ ){4})re$/gm)].map(([, four = '']) => numbers(four));
  return { pages: file.match(/\/Type \/Page\b(?!s)/g)?.length ?? 0, size: numbers(box).slice(2), text, rects };
}

/** pdfkit maps ranges of glyphs to a list of UTF-16 texts. */
function unicodeMap(cmap: string): Map<string, string> {
  const map = new Map<string, string>();
  for (const [, from = '', list = ''] of cmap.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/gi)) {
    for (const [index, [, units = '']] of [...list.matchAll(/<([0-9a-f ]+)>/gi)].entries()) {
      const glyph = (Number.parseInt(from, 16) + index).toString(16).padStart(4, '0');
      const codes = units.match(/[0-9a-f]{4}/gi) ?? [];
      map.set(glyph, String.fromCharCode(...codes.map((code) => Number.parseInt(code, 16))));
    }
  }
  return map;
}
