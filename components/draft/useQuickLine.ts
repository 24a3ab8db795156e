import { useRef } from 'preact/hooks';
import { cut } from '#contract/cut.ts';
import { fieldOf } from '#utils/listing/fields.ts';
import { askKey, openAsks } from '#utils/listing/line/asks.ts';
import { type Ask, type QuickReading, readQuick } from '#utils/listing/line/index.ts';
import { type ProductList, readList } from '#utils/listing/line/split.ts';
import { pasted } from '#utils/listing/pasted.ts';
import { fillQuick, NOTHING_FILLED } from '#utils/listing/quickfill.ts';
import { separatorOf } from '#utils/listing/table/products.ts';
import type { Draft, DraftForm } from '#utils/model/draft.ts';
import type { DraftStore } from './draftStore.ts';

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
type ReadAs = Pick<QuickLine, 'list' | 'reading' | 'separator'>;
const NOTHING_READ: QuickReading = { fields: {}, spans: [], asks: [], guessed: [] };

/** A text of several products fills no form: their words are not one product's. */
function readAs(text: string, isOne: boolean): ReadAs {
  const separator = isOne ? null : separatorOf(text);
  if (separator !== null) return { separator, list: null, reading: NOTHING_READ };
  const list = isOne ? null : readList(text);
  return { separator, list, reading: list === null ? readQuick(text) : NOTHING_READ };
}

/** The quick line and the form that follows it, keystroke by keystroke. It is kept with the draft. */
export function useQuickLine(store: DraftStore): QuickLine {
  const { draft } = store;
  const { text, answered } = draft.line ?? NO_LINE;
  const isOne = draft.baseRev > 0 || answered.includes(AS_ONE);
  const last = useRef<{ text: string; isOne: boolean; read: ReadAs } | null>(null);
  /** The keystroke reads the line to fill the form, and the drawing behind it shows the same reading. */
  const readOnce = (line: string, one: boolean): ReadAs => {
    if (last.current?.text !== line || last.current.isOne !== one)
      last.current = { text: line, isOne: one, read: readAs(line, one) };
    return last.current.read;
  };
  const { list, separator, reading } = readOnce(text, isOne);

  const fill = (next: string, more: readonly string[] = []) => {
    const line = cut(pasted(next), LONGEST);
    store.change((now) => {
      const before = now.line ?? NO_LINE;
      const answers = [...before.answered, ...more];
      const read = readOnce(line, now.baseRev > 0 || answers.includes(AS_ONE));
      const filled = fillQuick(now.form, before.fill, read.reading.fields);
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
      line: { ...(now.line ?? NO_LINE), answered: [...(now.line?.answered ?? []), askKey(text, ask)] },
    }));
  return {
    text,
    reading,
    list,
    separator,
    open: openAsks(text, reading, draft.form, answered),
    write: (next) => fill(next),
    answer,
    asOne: () => fill(text, [AS_ONE]),
    clear: () => fill(''),
  };
}
