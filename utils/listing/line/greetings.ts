import type { Line, Matcher } from './pieces.ts';
import { CALLED, set } from './words.ts';

/** What is said to a person and not of the goods; its numbers are none ("nuwun sewu" is no thousand). */
export const greetingAt: Matcher = (line, at) => {
  const [one, two] = [line.word(at), line.word(at + 1)];
  if (/^(?:ny?uwun|kulo|kula)$/.test(one) && /^(?:sewu|nuwun)$/.test(two))
    return line.piece({ kind: 'head' }, at, at + 2);
  const end = markEnd(line, at) ?? addressEnd(line, at);
  return end === null ? null : line.piece({ kind: 'head' }, at, end);
};

/** "1. ", "5) ", "a. " and a table's running number at the start of a row. */
function markEnd(line: Line, at: number): number | null {
  const before = line.tokens[at - 1];
  if (before !== undefined && before.text !== '\n') return null;
  const isMark = /^(?:\d{1,3}|[a-z])$/.test(line.word(at));
  if (!isMark) return null;
  const sign = line.tokens[at + 1];
  const next = line.tokens[at + 2];
  if (
    /^[.)]$/.test(sign?.text ?? '') &&
    sign?.gap === false &&
    next !== undefined &&
    (next.gap || next.kind === 'break')
  )
    return at + 2;
  // "(4) …", "2.Pepes"
  if (sign?.text === '.' && sign.gap === false && next?.kind === 'word' && /^\d/.test(line.word(at))) return at + 2;
  // A keycap: 3️⃣.
  if (sign?.text === '\u20e3' || (sign?.text === '\ufe0f' && next?.text === '\u20e3'))
    return sign.text === '\u20e3' ? at + 2 : at + 3;
  return sign?.kind === 'break' && sign.text !== '\n' && /^\d/.test(line.word(at)) ? at + 1 : null;
}

const OFFICES = set('lurah kades kadus carik sekdes rt rw bayan modin admin desa camat');

/** "Pak Kadus, tolong …", "Bu Lurah badhe …": the person who is asked, at the start of the text. */
function addressEnd(line: Line, at: number): number | null {
  if (!line.is(at, CALLED) || line.tokens.slice(0, at).some(({ kind }) => kind === 'number')) return null;
  if (line.is(at + 1, OFFICES)) return at + 2;
  const isEarly = at <= 3;
  for (let next = at + 1; isEarly && next <= at + 3; next++) if (line.word(next) === ',' && next > at + 1) return next;
  return null;
}
