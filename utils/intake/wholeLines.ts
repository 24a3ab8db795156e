import { SOURCE_TEXT_MAX } from '#utils/model/source.ts';

/**
 * A text as far as a source takes it. It ends where a line ends: half a line could end in half a price. `isCut` tells that
 * something is missing.
 */
export function wholeLines(text: string): { text: string; isCut: boolean } {
  if (text.length <= SOURCE_TEXT_MAX) return { text, isCut: false };
  const head = text.slice(0, SOURCE_TEXT_MAX);
  const end = head.lastIndexOf('\n');
  return { text: end < 0 ? '' : head.slice(0, end), isCut: true };
}
