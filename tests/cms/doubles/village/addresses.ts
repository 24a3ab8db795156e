import type { VillageOptions } from './axes.ts';

/** The admin's addresses below the site's own; `{id}` stands for an article's number. */
export interface Addresses {
  login: string;
  list: string;
  form: string;
  save: string;
  edit: string;
  update: string;
  remove: string;
  upload: string;
  /** Where a page's script reads articles: all, or the one that is named. */
  data: string;
}

const CODEIGNITER = {
  login: '/auth/login',
  list: '/admin/berita',
  form: '/admin/berita/tambah',
  save: '/admin/berita/simpan',
  edit: '/admin/berita/edit/{id}',
  update: '/admin/berita/update/{id}',
  remove: '/admin/berita/hapus/{id}',
  upload: '/admin/unggah',
};
const LARAVEL = {
  login: '/login',
  list: '/admin/berita',
  form: '/admin/berita/create',
  save: '/admin/berita',
  edit: '/admin/berita/{id}/edit',
  update: '/admin/berita/{id}',
  remove: '/admin/berita/{id}/hapus',
  upload: '/admin/unggah',
};
const PHP = {
  login: '/admin/login.php',
  list: '/admin/berita.php',
  form: '/admin/tambah.php',
  save: '/admin/simpan.php',
  edit: '/admin/edit.php?id={id}',
  update: '/admin/update.php?id={id}',
  remove: '/admin/hapus.php?id={id}',
  upload: '/admin/unggah.php',
};
const MODAL = { ...CODEIGNITER, list: '/panel/informasi', form: '/panel/informasi', save: '/panel/informasi/simpan' };
const SCRIPT = {
  login: '/masuk',
  list: '/dashboard/berita',
  form: '/dashboard/berita/baru',
  save: '/api/berita',
  edit: '/dashboard/berita/{id}',
  update: '/api/berita/{id}',
  remove: '/api/berita/{id}/hapus',
  upload: '/api/unggah',
};

const BY_FLAVOUR: Record<VillageOptions['flavour'], Omit<Addresses, 'data'>> = {
  blade: LARAVEL,
  ci3: CODEIGNITER,
  plainphp: PHP,
  modal: { ...MODAL, edit: MODAL.list },
  json: SCRIPT,
  jsonMultipart: SCRIPT,
  whole: { ...SCRIPT, save: '/api/simpan-semua' },
  storageToken: SCRIPT,
  driven: { ...LARAVEL, save: '/livewire/update', upload: '/livewire/upload-file' },
  dead: LARAVEL,
};

/** What a change is sent to where it has names of its own; the id is a hidden field then. */
const OTHER_ACTION: Partial<Record<VillageOptions['flavour'], string>> = {
  blade: '/admin/berita/perbarui',
  ci3: '/admin/berita/proses_edit',
  plainphp: '/admin/edit_proses.php',
};

/** Where the admin pages of such a site lie. */
export function addressesOf({ flavour, change }: VillageOptions): Addresses {
  const own = { ...BY_FLAVOUR[flavour], data: '/api/data' };
  if (change === 'sameAddress') return { ...own, update: own.save };
  if (change === 'otherNames') return { ...own, update: OTHER_ACTION[flavour] ?? `${own.update}/ubah` };
  return own;
}

/** The address of one article. */
export const addressWith = (template: string, id: number | string): string => template.replace('{id}', String(id));

/** Whether an asked address (path and question) is this one, and which article it names; null when it is another. */
export function matches(template: string, asked: URL, path: string): { id: number | null } | null {
  const [wanted = '', question] = template.split('?');
  const shape = new RegExp(`^${wanted.replaceAll('.', '\\.').replace('{id}', '(\\d+)')}$`);
  const found = shape.exec(path);
  if (found === null) return null;
  const id = question === undefined ? found[1] : asked.searchParams.get(question.split('=')[0] ?? '');
  return { id: id ? Number(id) : null };
}
