import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

/** CodeMirror 6 has no file that a page could load by itself, so it is bundled here as a CMS would bundle it. */
export function open(parent: HTMLElement, doc: string): EditorView {
  return new EditorView({ parent, state: EditorState.create({ doc }) });
}
