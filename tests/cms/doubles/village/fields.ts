import type { VillageOptions } from './axes.ts';
import { editorFor, type Naming } from './editors.ts';
import { type Names, SWITCHES } from './names.ts';
import { hasStatus } from './save.ts';
import { CATEGORIES, OTHER_CATEGORY } from './state.ts';
import type { Values } from './values.ts';
import { esc } from './words.ts';

interface Drawing {
  options: VillageOptions;
  names: Names;
  values: Values;
  named: Naming;
  /** Where a picture is sent that is chosen before the article is saved. */
  upload: string;
}

/** Everything that the form asks, in the order of such forms. */
export function fieldsOf(drawing: Drawing): string {
  const { options, names, values, named } = drawing;
  const title = `<p><label for="judul">Judul</label><br><input type="text" id="judul" ${named(names.title)} value="${esc(values.title)}" size="60"></p>`;
  const editor = editorFor(options, names, values, named);
  return [title, category(drawing), editor, picture(drawing), date(drawing), status(drawing)].join('\n');
}

function category({ options, names, values, named }: Drawing): string {
  if (options.category === 'none') return '';
  if (options.category === 'lineByHeart')
    return `<p><label>Kategori<br><input type="text" ${named(names.category)} value="${esc(values.category)}"></label></p>`;
  const isOther = options.category === 'selectWithOther';
  const choices = [['', '— Pilih kategori —'], ...CATEGORIES, ...(isOther ? [[OTHER_CATEGORY, 'Lainnya…']] : [])];
  const select = `<p><label>Kategori<br><select ${named(names.category)} required ${isOther ? 'data-other' : ''}>${choicesIn(choices, values.category)}</select></label></p>`;
  if (!isOther) return select;
  const isShown = values.category === OTHER_CATEGORY;
  return `${select}<p class="other" ${isShown ? '' : 'hidden'}><label>Kategori lain<br><input type="text" ${named(names.otherCategory)} value="${esc(values.otherCategory)}"></label></p>`;
}

const choicesIn = (choices: readonly (readonly string[])[], chosen: string): string =>
  choices
    .map(
      ([value = '', label = '']) => `<option value="${value}" ${value === chosen ? 'selected' : ''}>${label}</option>`,
    )
    .join('');

function picture({ options, names, values, named, upload }: Drawing): string {
  const file = (more: string) => `<p><label>Gambar<br><input type="file" accept="image/*" ${more}></label></p>`;
  switch (options.picture) {
    case 'none':
      return '';
    case 'urlBox':
      return `<p><label>URL gambar<br><input type="text" ${named(names.picture)} value="${esc(values.picture)}" size="60"></label></p>`;
    case 'fileManager':
      return `<p><label>URL gambar<br><input type="text" id="thumbnail" ${named(names.picture)} value="${esc(values.picture)}" size="60" readonly></label> <button type="button" data-manages="thumbnail">Pilih</button></p>`;
    case 'uploadFirst':
    case 'uploadUrl':
      return `${file(`data-uploads="${upload}"`)}<input type="hidden" class="uploaded" ${named(names.picture)} value="">`;
    case 'dropzone':
      return `<p>Gambar</p><div class="dropzone" data-dropzone="${upload}" data-named="${names.picture}"></div>`;
    case 'filepond':
      return `<p><label>Gambar<br><input type="file" class="filepond" data-filepond="${upload}" ${named(names.picture)} accept="image/*" ${values.id === '' ? 'required' : ''}></label></p>`;
    case 'extraInputs':
      return ['1', '2', '3']
        .map((n) => file(named(names.picture.replace(/1$/, n))).replace('Gambar', `Gambar ${n}`))
        .join('');
    case 'arrayInput':
      return file(`${named(names.picture)} multiple`);
    default:
      return file(named(names.picture));
  }
}

function date({ options, names, values, named }: Drawing): string {
  if (options.date === 'none') return '';
  const hints = { iso: '', dmy: 'dd-mm-yyyy', dmyText: '17 Agustus 2026' };
  const type = options.date === 'iso' ? 'date' : 'text';
  return `<p><label>Tanggal<br><input type="${type}" ${named(names.date)} value="${esc(values.date)}" placeholder="${hints[options.date]}"></label></p>`;
}

/** Whether it is public: a tick in the sites of plain PHP, a choice in the others; and the switches beside it. */
function status({ options, names, values, named }: Drawing): string {
  const tick = (name: string, label: string, isOn: boolean) =>
    `<p><label><input type="checkbox" ${named(name)} value="1" ${isOn ? 'checked' : ''}> ${label}</label></p>`;
  const labels = { headline: 'Headline', popup: 'Tampilkan sebagai popup', kirim_pelanggan: 'Kirim ke pelanggan' };
  const switches = SWITCHES.map((name) => tick(name, labels[name], values.switches.includes(name))).join('');
  const beside = options.status === 'sideSwitches' ? switches : '';
  if (!hasStatus(options)) return beside;
  if (options.flavour === 'ci3' || options.flavour === 'plainphp')
    return tick(names.status, 'Terbitkan', values.status === '1') + beside;
  const choices = [
    ['0', 'Draf'],
    ['1', 'Terbit'],
  ];
  return `<p><label>Status<br><select ${named(names.status)}>${choicesIn(choices, values.status)}</select></label></p>${beside}`;
}
