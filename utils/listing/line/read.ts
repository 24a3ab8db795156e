import { categoryOf } from '#utils/listing/category.ts';
import { Assembly } from './assembly.ts';
import { isSilent, readWords } from './names.ts';
import { Line } from './pieces.ts';
import type { QuickReading, Span } from './reading.ts';
import { scan } from './scan.ts';
import { tokensOf } from './tokens.ts';

/**
 * Reads `Gula semut 1kg 25rb/bungkus stok 40 #gula`, or a pasted WhatsApp text of several lines (already put in order by
 * `pasted`). What may mean two things is asked and not guessed; what is no field becomes the name (the first words) and
 * the description (the others). Never throws.
 */
export function readQuick(typed: string): QuickReading {
  const line = new Line(typed, tokensOf(typed));
  const pieces = scan(line);
  const assembly = new Assembly(line, pieces);
  assembly.run();
  const words = readWords(line, pieces);
  const { fields } = assembly;
  if (words.name !== '') fields.name = words.name;
  if (words.description !== '')
    fields.description = [words.description, fields.description].filter((text) => text !== undefined).join('\n');
  for (const { start, end } of words.leftovers) assembly.asks.push({ field: 'aside', start, end, choices: [] });
  assembly.guess('category', categoryOf(words.name));
  return {
    fields,
    spans: whole(typed, [...assembly.spans, ...words.spans]),
    asks: assembly.asks.sort((one, other) => one.start - other.start),
    guessed: assembly.guessed,
  };
}

/** The spans in order, with what lies between them put aside. */
function whole(typed: string, spans: Span[]): Span[] {
  const all: Span[] = [];
  let end = 0;
  const aside = (start: number, to: number) => {
    if (to > start) all.push({ field: 'aside', start, end: to });
  };
  for (const span of spans.sort((one, other) => one.start - other.start || one.end - other.end)) {
    // A name that was taken out of the middle of a sentence cannot be told twice.
    if (span.start < end) continue;
    aside(end, span.start);
    if (span.end > span.start) all.push(span);
    end = Math.max(end, span.end);
  }
  aside(end, typed.length);
  return all;
}

/** What was put aside and has a letter or a digit in it: the person sees that it goes nowhere. */
export function asides(typed: string, { spans }: QuickReading): string[] {
  return spans
    .filter(({ field }) => field === 'aside')
    .map(({ start, end }) => typed.slice(start, end).trim())
    .filter((text) => !isSilent(text) && /[\p{L}\d]/u.test(text));
}
