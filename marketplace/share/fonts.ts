import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';

/** Pictures and posters have text in these two weights. */
export type Weight = 400 | 700;

/** The parts that the font is shipped in: together every letter of Latin, with all accents, and the usual signs. */
const PARTS = ['latin', 'latin-ext', 'vietnamese'] as const;
type Part = (typeof PARTS)[number];

const { resolve } = createRequire(import.meta.url);

/** One part of the font, as a file and read. */
export interface FontPart {
  file: string;
  font: Font;
}

const opened = new Map<string, FontPart>();

/** A part is read when the first text needs it: most texts need only the first. */
function open(part: Part, weight: Weight): FontPart {
  const file = resolve(`@fontsource/noto-sans/files/noto-sans-${part}-${weight}-normal.woff`);
  const known = opened.get(file);
  if (known) return known;
  const fresh = { file, font: create(readFileSync(file)) };
  opened.set(file, fresh);
  return fresh;
}

function partFor(codePoint: number, weight: Weight): FontPart | null {
  for (const part of PARTS) {
    const one = open(part, weight);
    if (one.font.hasGlyphForCodePoint(codePoint)) return one;
  }
  return null;
}

/** Letters that follow each other in one part of the font. */
export interface Run extends FontPart {
  text: string;
}

/** Marks that are not drawn, or that turn the direction of what follows. */
const UNSEEN = /[\p{Cc}\p{Cf}]/gu;

/**
 * A text as it can be drawn, in runs. The font is our own, and a bare server has no other, so a sign that it lacks (an
 * emoji, a letter of another script) is left out and no box stands in its place.
 */
export function runsOf(text: string, weight: Weight): Run[] {
  const runs: Run[] = [];
  for (const letter of text.toWellFormed().normalize('NFC').replace(/\s/g, ' ').replace(UNSEEN, '')) {
    const part = partFor(letter.codePointAt(0) ?? 0, weight);
    const last = runs.at(-1);
    if (part === null) continue;
    if (last?.file === part.file) last.text += letter;
    else runs.push({ ...part, text: letter });
  }
  return runs;
}

const advances = new Map<string, number>();

function advanceOf(letter: string, { file, font }: FontPart): number {
  const key = letter + file;
  const known = advances.get(key);
  if (known !== undefined) return known;
  const advance = font.glyphForCodePoint(letter.codePointAt(0) ?? 0).advanceWidth / font.unitsPerEm;
  advances.set(key, advance);
  return advance;
}

/**
 * How wide a text of this size is, in the unit of the size. Pairs that are drawn closer together are not looked at: this
 * is asked dozens of times for a text, and to be a little too wide does no harm.
 */
export function widthOf(text: string, weight: Weight, size: number): number {
  let width = 0;
  for (const run of runsOf(text, weight)) for (const letter of run.text) width += advanceOf(letter, run);
  return width * size;
}
