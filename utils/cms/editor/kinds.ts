import { ckeditor4 } from './ckeditor4.ts';
import { ckeditor5 } from './ckeditor5.ts';
import { codemirror } from './codemirror.ts';
import { quill } from './quill.ts';
import { summernote } from './summernote.ts';
import { tinymce } from './tinymce.ts';
import { trix } from './trix.ts';
import type { EditorKind } from './types.ts';
import { wordpress } from './wordpress.ts';

/** Editors with a call of their own; WordPress first, because its blocks hold small TinyMCEs. */
export const KINDS: readonly EditorKind[] = [
  wordpress,
  tinymce,
  ckeditor5,
  ckeditor4,
  summernote,
  quill,
  trix,
  codemirror,
];
