import { useRef, useState } from 'preact/hooks';
import { cut } from '#contract/cut.ts';
import { fieldOf } from '#utils/listing/fields.ts';
import { fillQuick, NOTHING_FILLED } from '#utils/listing/quickfill.ts';
import { type QuickReading, readQuick } from '#utils/listing/quickline.ts';
import type { DraftStore } from './draftStore.ts';

/**
 * The most characters that are read: a WhatsApp text is far shorter, and a whole document pasted by mistake must not
 * freeze the panel.
 */
const LONGEST = 4000;

export interface QuickLine {
  text: string;
  reading: QuickReading;
  write(text: string): void;
  /** Takes back everything that the line wrote and nobody has changed since. */
  clear(): void;
}

/** The quick line and the form that follows it, keystroke by keystroke. */
export function useQuickLine(store: DraftStore): QuickLine {
  const [text, setText] = useState('');
  const fill = useRef(NOTHING_FILLED);

  const write = (next: string) => {
    const line = cut(next, LONGEST);
    setText(line);
    store.change((draft) => {
      const filled = fillQuick(draft.form, fill.current, readQuick(line).fields);
      fill.current = line === '' ? NOTHING_FILLED : filled.fill;
      const isSettled = (path: string) => {
        const field = fieldOf({ path, code: '' });
        return field !== null && field !== 'photos' && draft.form[field] !== filled.form[field];
      };
      return { ...draft, form: filled.form, issues: draft.issues.filter((issue) => !isSettled(issue.path)) };
    });
  };
  return { text, reading: readQuick(text), write, clear: () => write('') };
}
