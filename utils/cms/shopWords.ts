/** The line that carries our link. A product is ours when it holds exactly this line of this listing. */
export const LEAD = 'Lihat, tanya, atau tawar: ';
const ANY_LINE = new RegExp(`^${LEAD}https?://\\S+/p/\\S+$`);

/** Whether a description, as plain lines, holds the line of this listing. */
export function holdsLink(description: string, link: string): boolean {
  return linesOf(description).includes(LEAD + link);
}

/** True when Dodolan wrote this description, for whatever listing. */
export function isOurs(description: string): boolean {
  return linesOf(description).some((line) => ANY_LINE.test(line));
}

/** True when both say the same words, whatever became of line ends and blanks on the way. */
export function saysAlike(one: string, other: string): boolean {
  return one.replace(/\s+/g, ' ').trim() === other.replace(/\s+/g, ' ').trim();
}

const linesOf = (text: string): string[] => text.split(/\r?\n/).map((line) => line.trim());
