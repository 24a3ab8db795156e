import { useEffect, useRef } from 'preact/hooks';
import { useCode } from '#components/background/code.ts';
import { cut } from '#contract/cut.ts';
import { fieldOf } from '#utils/listing/fields.ts';
import type { Ask, QuickReading } from '#utils/listing/line/index.ts';
import type { ProductList } from '#utils/listing/line/split.ts';
import { pasted } from '#utils/listing/pasted.ts';
import { fillQuick, NOTHING_FILLED } from '#utils/listing/quickfill.ts';
import type { Draft, DraftForm } from '#utils/model/draft.ts';
import { lineReader } from './code.ts';
import type { DraftStore } from './draftStore.ts';
import type { ReadAs } from './readLine.ts';

/**
 * The most characters that are read: a list of fifty products is shorter, and a whole document pasted by mistake must not
 * freeze the panel.
 */
const LONGEST = 20_000;
const NO_LINE: NonNullable<Draft['line']> = { text: '', fill: NOTHING_FILLED, answered: [] };

export interface QuickLine {
  text: string;
  reading: QuickReading;
  /** What parts the cells of a text that is a table; null when it is none. */
  separator: string | null;
  /** The products of a text that holds several; null for one, or when a person said that it is one. */
  list: ProductList | null;
  /** What the line does not say for sure and nobody has answered yet. */
  open: Ask[];
  /** The same of what stands in the line now, once it can be read. */
  asked(): Promise<number>;
  write(text: string): void;
  /** Writes what a press on a choice says, or puts the words aside. */
  answer(ask: Ask, choice: Partial<DraftForm> | null): void;
  /** Says that the text is of one product, whatever it looks like. */
  asOne(): void;
  /** Takes back everything that the line wrote and nobody has changed since. */
  clear(): void;
}

/** What a person answers to "several products". */
const AS_ONE = 'one';
/** What a line is before it can be read: letters that stand there. */
const UNREAD: ReadAs = { separator: null, list: null, reading: { fields: {}, spans: [], asks: [], guessed: [] } };
/** The page was closed before the line could be read, or the line says nothing of a product. */
const isNeverRead = ({ line }: Draft) =>
  line !== undefined && Object.keys(line.fill.written).length + line.fill.theirs.length === 0;
const isOneOf = ({ baseRev, line }: Draft) => baseRev > 0 || (line?.answered.includes(AS_ONE) ?? false);
/**
 * The quick line and the form that follows it, keystroke by keystroke. It is kept with the draft. Letters that come before
 * the code that reads them stand in the line and are stored; they are read as soon as it is here.
 */
export function useQuickLine(store: DraftStore): QuickLine {
  const { draft } = store;
  const reader = useCode(lineReader);
  const { text } = draft.line ?? NO_LINE;
  const isUnread = useRef(isNeverRead(draft));
  const last = useRef<{ text: string; isOne: boolean; read: ReadAs } | null>(null);
  /** The keystroke reads the line to fill the form, and the drawing behind it shows the same reading. */
  const readOnce = (line: string, one: boolean): ReadAs => {
    if (lineReader.here === null) return UNREAD;
    if (last.current?.text !== line || last.current.isOne !== one)
      last.current = { text: line, isOne: one, read: lineReader.here.readAs(line, one) };
    return last.current.read;
  };
  const { list, separator, reading } = readOnce(text, isOneOf(draft));

  const fill = (next: string, more: readonly string[] = []) => {
    const line = cut(pasted(next), LONGEST);
    isUnread.current = lineReader.here === null && line !== '';
    store.change((now) => {
      const before = now.line ?? NO_LINE;
      const answers = [...before.answered, ...more];
      const read = readOnce(line, now.baseRev > 0 || answers.includes(AS_ONE));
      const filled = isUnread.current
        ? { form: now.form, fill: before.fill }
        : fillQuick(now.form, before.fill, read.reading.fields);
      const isSettled = (path: string) => {
        const field = fieldOf({ path, code: '' });
        return field !== null && field !== 'photos' && now.form[field] !== filled.form[field];
      };
      const { line: _, ...others } = now;
      return {
        ...others,
        ...(line !== '' && { line: { text: line, fill: filled.fill, answered: answers } }),
        form: filled.form,
        issues: now.issues.filter((issue) => !isSettled(issue.path)),
      };
    });
  };
  const answer = (ask: Ask, choice: Partial<DraftForm> | null) =>
    store.change((now) => ({
      ...now,
      form: { ...now.form, ...choice },
      line: {
        ...(now.line ?? NO_LINE),
        answered: [...(now.line?.answered ?? []), ...(reader === null ? [] : [reader.askKey(text, ask)])],
      },
    }));
  const openIn = (now: Draft): Ask[] => {
    const { text: line, answered: answers } = now.line ?? NO_LINE;
    return lineReader.here?.openAsks(line, readOnce(line, isOneOf(now)).reading, now.form, answers) ?? [];
  };
  const readLate = () => {
    if (!isUnread.current || lineReader.here === null) return;
    isUnread.current = false;
    const line = store.draft.line?.text ?? '';
    if (Object.keys(readOnce(line, isOneOf(store.draft)).reading.fields).length > 0) fill(line);
  };
  useEffect(readLate, [reader]);
  return {
    text,
    reading,
    list,
    separator,
    open: openIn(draft),
    async asked() {
      await lineReader.load();
      readLate();
      return openIn(store.draft).length;
    },
    write: (next) => fill(next),
    answer,
    asOne: () => fill(text, [AS_ONE]),
    clear: () => fill(''),
  };
}
