import { runsOf, type Weight, widthOf } from './fonts.ts';

/** The size and room that a text has. */
export interface TextBox {
  weight: Weight;
  size: number;
  width: number;
  lines: number;
}

/** More letters than any picture has room for; what is longer is not even measured. */
const LONGEST = 200;

/** The text in lines that fit: broken between words, a longer word anywhere, and what has no room is cut with `…`. */
export function linesOf(text: string, box: TextBox): string[] {
  const fits = (line: string) => widthOf(line, box.weight, box.size) <= box.width;
  const lines: string[] = [];
  let rest = drawable(text, box.weight);
  while (rest !== '' && lines.length < box.lines) {
    const isLast = lines.length === box.lines - 1;
    if (isLast && !fits(rest)) {
      lines.push(`${fitting(rest, (part) => fits(`${part}…`)).trimEnd()}…`);
      return lines;
    }
    const part = fitting(rest, fits);
    const broken = part.length === rest.length ? part : brokenAtWord(part, rest);
    lines.push(broken.trimEnd());
    rest = rest.slice(broken.length).trimStart();
  }
  return lines;
}

/** The text as the font can write it, in one line. */
function drawable(text: string, weight: Weight): string {
  const signs = runsOf(text.slice(0, LONGEST), weight).map((run) => run.text);
  return signs.join('').replace(/ +/g, ' ').trim();
}

/** The longest beginning that fits; one letter at least, so that every text comes to an end. */
function fitting(text: string, fits: (part: string) => boolean): string {
  const letters = [...text];
  let least = 1;
  let most = letters.length;
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (fits(letters.slice(0, middle).join(''))) least = middle;
    else most = middle - 1;
  }
  return letters.slice(0, least).join('');
}

function brokenAtWord(part: string, whole: string): string {
  if (whole.charAt(part.length) === ' ') return part;
  const at = Math.max(part.lastIndexOf(' '), part.lastIndexOf('-'));
  return at > 0 ? part.slice(0, at + 1) : part;
}
