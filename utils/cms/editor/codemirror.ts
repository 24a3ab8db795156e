import { isShown } from './shown.ts';
import type { EditorKind, OpenEditor } from './types.ts';

interface CodeMirror5 {
  getValue(): string;
  replaceSelection(text: string, select: 'end'): void;
  save?(): void;
}
interface View {
  state: { doc: { toString(): string }; replaceSelection(text: string): unknown };
  dispatch(change: unknown): void;
}
/** CodeMirror 6 keeps its view in the element of its text; where exactly has changed over the versions. */
interface Tile {
  view?: View;
  rootView?: { view?: View };
  root?: { view?: View };
}

/** CodeMirror 5 and 6: the HTML source of the article. */
export const codemirror: EditorKind = {
  id: 'codemirror',
  open: (document) => [...document.querySelectorAll('.CodeMirror, .cm-editor')].filter(isShown).flatMap(open),
};

function open(place: Element): OpenEditor[] {
  const { CodeMirror: five } = place as Element & { CodeMirror?: CodeMirror5 };
  if (five !== undefined) {
    const insert = (html: string) => {
      five.replaceSelection(html, 'end');
      five.save?.();
    };
    return [{ place, read: () => five.getValue(), insert }];
  }
  const six = viewOf(place.querySelector('.cm-content'));
  if (six === undefined) return [];
  const insert = (html: string) => six.dispatch(six.state.replaceSelection(html));
  return [{ place, read: () => six.state.doc.toString(), insert }];
}

function viewOf(content: Element | null): View | undefined {
  const { cmView, cmTile } = (content ?? {}) as { cmView?: Tile; cmTile?: Tile };
  const tile = cmTile ?? cmView;
  return tile?.view ?? tile?.rootView?.view ?? tile?.root?.view;
}
