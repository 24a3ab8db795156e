import { type LessonWords, observeSave, type SeenSave } from './observe.ts';
import type { LessonRefusal } from './refusal.ts';

/** How long (ms) after a submit that a script took over its own copies of the form are not taken for the real one. */
const TAKEN_OVER = 10_000;

/**
 * Watches a page for one save: what a form sends in the moment in which it is sent. A form that a script reads and sends
 * by itself is told by `byScript`, because what it sends is not what the form says. Answers how to stop.
 */
export function watchSave(
  document: Document,
  words: LessonWords,
  {
    saved,
    byScript,
    observe = observeSave,
  }: {
    saved: (seen: SeenSave | LessonRefusal) => void;
    byScript: () => void;
    /** What is looked for: a new article, or one that is changed. */
    observe?: typeof observeSave;
  },
): () => void {
  let last: SubmitEvent | null = null;
  let lastAt = Number.NEGATIVE_INFINITY;
  const submit = (event: Event) => {
    last = event as SubmitEvent;
    lastAt = performance.now();
  };
  // At the very end of the event's way the page's own scripts have said whether they take over.
  const after = (event: Event) => {
    if (event.defaultPrevented && event.target instanceof HTMLFormElement && holds(event.target, words)) byScript();
  };
  const formData = (event: Event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !(event instanceof FormDataEvent)) return;
    const isSame = last?.target === form && performance.now() - lastAt < TAKEN_OVER;
    const seen = observe(form, readable(event.formData), words, {
      page: new URL(document.location.href),
      press: isSame ? pressOf(last) : null,
      isSeen: form.checkVisibility({ visibilityProperty: true }),
    });
    // A script may read the form within the submit event, and say only then that the browser is not to send it; Firefox
    // makes what it sends itself within that event too.
    const submitted = isSame ? last : null;
    if (seen !== null) queueMicrotask(() => submitted?.defaultPrevented !== true && saved(seen));
  };
  const window = document.defaultView;
  window?.addEventListener('submit', submit, true);
  window?.addEventListener('submit', after);
  window?.addEventListener('formdata', formData);
  return () => {
    window?.removeEventListener('submit', submit, true);
    window?.removeEventListener('submit', after);
    window?.removeEventListener('formdata', formData);
  };
}

/** Firefox gives a content script no list of the page's values, only the first one. */
function readable(sent: FormData): Pick<FormData, 'getAll'> {
  return {
    getAll(name) {
      const all = sent.getAll(name);
      const first = all.length === 0 ? sent.get(name) : null;
      return first === null ? all : [first];
    },
  };
}

/** Whether the product's words stand in the form; of any other form nothing is looked at. */
function holds(form: HTMLFormElement, { link }: LessonWords): boolean {
  const values = [...form.elements].map((element) => ('value' in element ? String(element.value) : ''));
  return values.some((value) => value.includes(link)) || form.innerHTML.includes(link);
}

function pressOf(event: SubmitEvent | null): { name: string; value: string } | null {
  const button = event?.submitter;
  if (!(button instanceof HTMLButtonElement || button instanceof HTMLInputElement) || button.name === '') return null;
  return { name: button.name, value: button.value };
}
