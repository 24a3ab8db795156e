/** The first `max` UTF-16 units of a text, or one fewer: a cut never goes through the middle of an emoji. */
export function cut(text: string, max: number): string {
  return text.slice(0, /[\ud800-\udbff]/.test(text.charAt(max - 1)) ? max - 1 : max);
}
