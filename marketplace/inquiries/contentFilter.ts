/**
 * Spam and fraud travel by links and phone numbers in a stranger's first message, so such a message waits until a
 * person has looked at it. The filter is deliberately plain: it only decides what is shown under "spam" first, and
 * throws nothing away.
 */
const LINK =
  /(?:https?:\/\/|www\.|\b(?:wa\.me|t\.me|bit\.ly)\b|\b[a-z0-9-]+\.(?:com|net|org|id|info|biz|xyz|shop|site|link|me|ly|io|app|online)\b)/i;
/** Ten or more digits, however they are spaced; letters o and l stand in for 0 and 1 where someone hides a number. */
const NUMBER = /(?:\+|\b)[0-9ol](?:[\s().-]*[0-9ol]){8,}/gi;

/** Whether the text holds a link or what can be read as a phone number. */
export function mustHold(text: string): boolean {
  const plain = text.normalize('NFKC');
  if (LINK.test(plain)) return true;
  return (plain.match(NUMBER) ?? []).some((run) => run.replace(/[^0-9ol]/gi, '').replace(/[ol]/gi, '').length >= 7);
}
