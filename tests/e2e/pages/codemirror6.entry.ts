import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

/** CodeMirror 6 has no file of its own to load in a page: bundled as a CMS would. */
export function open(parent: HTMLElement, doc: string): EditorView {
  return new EditorView({ parent, state: EditorState.create({ doc }) });
}
