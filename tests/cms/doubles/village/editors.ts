import type { VillageOptions } from './axes.ts';
import type { Names } from './names.ts';
import type { Values } from './values.ts';
import { esc } from './words.ts';

/** How a control is named: `name="…"` in most sites. */
export type Naming = (name: string) => string;

/** Where the person writes what the article says. */
export function editorFor({ editor }: VillageOptions, names: Names, values: Values, named: Naming): string {
  const area = (role: 'body' | 'unseen', label: string, rows = 8) =>
    `<p><label>${label}<br><textarea ${named(names[role])} rows="${rows}" cols="60">${esc(values[role])}</textarea></label></p>`;
  const rich = (inner: string, behind: Record<string, string>) => {
    const data = Object.entries(behind).map(([key, value]) => ` data-${key}="${value}"`);
    return `<div class="editor"${data.join('')}><span>Isi</span>${inner}</div>`;
  };
  const hidden = `<input type="hidden" class="store" ${named(names.body)} value="${esc(values.body)}">`;
  switch (editor) {
    case 'urlOnly':
      return `<p><label>Tautan<br><input type="url" ${named(names.link)} value="${esc(values.link)}" size="60"></label></p>`;
    case 'otherField':
      return area('body', 'Deskripsi', 4) + area('unseen', 'Konten');
    case 'contenteditable':
      return rich(`<div class="isian" contenteditable="true" aria-label="Isi"></div>${hidden}`, { copies: 'sent' });
    case 'quillLike':
      return rich(
        `<div class="ql-toolbar"><button type="button">B</button></div><div class="ql-container ql-snow"><div class="ql-editor" contenteditable="true" aria-label="Isi"></div></div>${hidden}`,
        { copies: 'changed', pastes: 'itself' },
      );
    case 'spacedTextarea':
      return `<p><label>Isi<br><textarea ${named(names.body)} rows="8" cols="60">\n\t\t\t\t\t\t${esc(values.body)}</textarea></label></p>`;
    case 'ckeditorLike':
    case 'summernoteLike':
      return rich(
        `<textarea class="store" style="display:none" ${named(names.body)}>${esc(values.body)}</textarea><div class="ck ck-editor"><div class="ck-content ck-editor__editable" role="textbox" contenteditable="true" aria-label="Isi"></div></div>`,
        { copies: 'sent', pastes: 'itself', ...(editor === 'summernoteLike' && { dialog: 'files' }) },
      );
    default:
      return area('body', 'Isi');
  }
}
