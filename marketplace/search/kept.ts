import type { Db } from '#marketplace/db/open.ts';

/** Which words and goods there are changes slowly; an answer may be some seconds old. */
const KEPT_MS = 20_000;
/** Of each kind of answer; the longest unasked goes first. */
const MOST = 5000;

type Answers = Map<string, { value: unknown; until: number }>;

const kept = new WeakMap<Db, Map<object, Answers>>();

/**
 * Keeps what `read` answers of single keys, so that a search asks the database only for what nobody asked some seconds ago.
 * Another process may learn of a change so much later; this one calls `forgetKept` when it writes.
 */
export function keepAnswers<Value>(
  read: (db: Db, keys: string[]) => Promise<ReadonlyMap<string, Value>>,
): (db: Db, keys: readonly string[]) => Promise<Map<string, Value>> {
  return async (db, keys) => {
    const answers = answersOf(db, read);
    const now = performance.now();
    const found = new Map<string, Value>();
    const missing: string[] = [];
    for (const key of keys) {
      const answer = answers.get(key);
      // Only `read` puts values here.
      if (answer && answer.until > now) found.set(key, answer.value as Value);
      else missing.push(key);
    }
    if (missing.length === 0) return found;
    const asked = await read(db, missing);
    // What was forgotten meanwhile is not kept.
    const isCurrent = answersOf(db, read) === answers;
    for (const [key, value] of asked) {
      found.set(key, value);
      if (isCurrent) add(answers, key, { value, until: now + KEPT_MS });
    }
    return found;
  };
}

function add(answers: Answers, key: string, answer: { value: unknown; until: number }): void {
  answers.delete(key);
  answers.set(key, answer);
  const [oldest] = answers.size > MOST ? answers.keys() : [];
  if (oldest !== undefined) answers.delete(oldest);
}

function answersOf(db: Db, read: object): Answers {
  const all = kept.get(db) ?? new Map<object, Answers>();
  kept.set(db, all);
  const answers = all.get(read) ?? new Map();
  all.set(read, answers);
  return answers;
}

/** To be called after a write that changes which words or goods there are. */
export function forgetKept(db: Db): void {
  kept.delete(db);
}

/** The same function, which knows its newest answers: for what depends on the text alone. */
export function remember<Value>(of: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined || known.has(text)) return found as Value;
    const value = of(text);
    known.set(text, value);
    const [oldest] = known.size > MOST ? known.keys() : [];
    if (oldest !== undefined) known.delete(oldest);
    return value;
  };
}
