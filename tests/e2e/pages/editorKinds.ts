/** A page with one editor in it, as a CMS would set it up. */
export interface EditorPage {
  /** Files under node_modules, loaded in order. */
  scripts?: string[];
  styles?: string[];
  body: string;
  /** Runs when everything is loaded: makes the editor, sets `window.readArticle`. */
  setup: string;
  /**
   * Whether the editor itself knows that its cursor is at the end of the first line, for those that keep a cursor of their
   * own and take the page's over some time after the key: an expression over what `setup` left on the page.
   */
  knowsCursor?: string;
  /** The article is shown as HTML source. */
  isSource?: boolean;
  /** The person writes in a frame of the editor's own. */
  inFrame?: boolean;
}

const TEXT = '<p>Awal artikel.</p><p>Akhir artikel.</p>';
const AREA = `<textarea id="isi" name="isi" style="width:700px;height:260px">${TEXT.replace('</p><p>', '</p>\n<p>')}</textarea>`;
const DIV = `<div id="isi" style="min-height:160px">${TEXT}</div>`;

export const EDITORS = {
  tinymce: {
    scripts: ['tinymce/tinymce.min.js'],
    body: AREA,
    setup: `tinymce.init({ target: isi, promotion: false, license_key: 'gpl' }); window.readArticle = () => tinymce.activeEditor.getContent();`,
    inFrame: true,
  },
  ckeditor4: {
    scripts: ['ckeditor4/ckeditor.js'],
    body: AREA,
    setup: `CKEDITOR.replace('isi', { versionCheck: false }); window.readArticle = () => CKEDITOR.instances.isi.getData();`,
    inFrame: true,
  },
  ckeditor5: {
    scripts: ['@ckeditor/ckeditor5-build-classic/build/ckeditor.js'],
    body: DIV,
    setup: `ClassicEditor.create(isi).then((editor) => { window.editor5 = editor; window.readArticle = () => editor.getData(); });`,
    knowsCursor: `(({ parent, isAtEnd }) => isAtEnd && parent.index === 0 && parent.name === 'paragraph')(editor5.model.document.selection.getFirstPosition())`,
  },
  summernote: {
    scripts: ['jquery/dist/jquery.min.js', 'summernote/dist/summernote-lite.min.js'],
    styles: ['summernote/dist/summernote-lite.min.css'],
    body: DIV,
    setup: `$(isi).summernote(); window.readArticle = () => $(isi).summernote('code');`,
  },
  quill: {
    scripts: ['quill/dist/quill.js'],
    styles: ['quill/dist/quill.snow.css'],
    body: `<div>${DIV}</div>`,
    setup: `const quill = new Quill(isi, { theme: 'snow' }); window.quillHere = quill; window.readArticle = () => quill.root.innerHTML;`,
    knowsCursor: `quillHere.getSelection()?.index === 'Awal artikel.'.length`,
  },
  trix: {
    scripts: ['trix/dist/trix.umd.min.js'],
    styles: ['trix/dist/trix.css'],
    body: `<input id="x" type="hidden" value="<div>Awal artikel.<br>Akhir artikel.</div>"><trix-editor input="x" style="min-height:160px"></trix-editor>`,
    setup: `window.readArticle = () => x.value;`,
    knowsCursor: `document.querySelector('trix-editor').editor.getPosition() === 'Awal artikel.'.length`,
  },
  codemirror5: {
    scripts: ['codemirror5/lib/codemirror.js'],
    styles: ['codemirror5/lib/codemirror.css'],
    body: AREA,
    setup: `const cm = CodeMirror.fromTextArea(isi); window.readArticle = () => cm.getValue();`,
    isSource: true,
  },
  codemirror6: {
    scripts: ['/codemirror6.js'],
    body: `<div id="isi" style="width:700px"></div>`,
    setup: `const view = codemirror6.open(isi, ${JSON.stringify(TEXT.replace('</p><p>', '</p>\n<p>'))}); window.readArticle = () => view.state.doc.toString();`,
    isSource: true,
  },
  textarea: { body: AREA, setup: `window.readArticle = () => isi.value;`, isSource: true },
  contenteditable: {
    body: `<div id="isi" contenteditable="true" style="min-height:160px">${TEXT}</div>`,
    setup: `window.readArticle = () => isi.innerHTML;`,
  },
} satisfies Record<string, EditorPage>;

/** An editor that is already there when the page forbids every script in its world to take HTML (Trusted Types). */
export const STRICT: EditorPage = {
  scripts: ['quill/dist/quill.js'],
  body: `<div>${DIV}</div>`,
  setup: `const quill = new Quill(isi);
    const policy = document.createElement('meta');
    policy.httpEquiv = 'Content-Security-Policy';
    policy.content = "require-trusted-types-for 'script'";
    document.head.append(policy);
    window.nativeFails = () => { try { quill.clipboard.dangerouslyPasteHTML(0, '<p>x</p>'); return false; } catch { return true; } };
    window.readArticle = () => quill.root.innerHTML;`,
};
