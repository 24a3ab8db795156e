/** The text in lines of at most `width`, broken between words; a longer word is broken anywhere, the last line cut with `…`. */
export function linesOf(text: string, width: number, most: number, measure: (part: string) => number): string[] {
  const fits = (part: string) => measure(part) <= width;
  const lines: string[] = [];
  let rest = text.replace(/\s+/g, ' ').trim();
  while (rest !== '' && lines.length < most) {
    if (fits(rest)) {
      lines.push(rest);
      break;
    }
    if (lines.length === most - 1) {
      lines.push(`${beginning(rest, (part) => fits(`${part}…`)).trimEnd()}…`);
      break;
    }
    const part = beginning(rest, fits);
    const space = rest.charAt(part.length) === ' ' ? part.length : part.lastIndexOf(' ');
    const line = space > 0 ? part.slice(0, space) : part;
    lines.push(line.trimEnd());
    rest = rest.slice(line.length).trimStart();
  }
  return lines;
}

/** The longest beginning that fits; one letter at least, so that every text comes to an end. */
function beginning(text: string, fits: (part: string) => boolean): string {
  const letters = [...text];
  let count = 1;
  while (count < letters.length && fits(letters.slice(0, count + 1).join(''))) count++;
  return letters.slice(0, count).join('');
}
