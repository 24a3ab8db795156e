import { addressesOf, addressWith } from './addresses.ts';
import { articleForm, tokenField } from './form.ts';
import type { Answer, Sent } from './http.ts';
import { adminPage, type Page } from './layout.ts';
import type { Article, VillageState } from './state.ts';
import { esc, writtenDay } from './words.ts';

interface Shown {
  alert?: string;
  /** What a refused save had in it, and for which article. */
  typed?: Sent | null;
  article?: Article | null;
}

/** The page with the form; in the modal flavour that is the list. */
export function formPage(page: Page, isInside: boolean, { alert, typed = null, article = null }: Shown = {}): Answer {
  if (page.state.options.flavour === 'modal') return listPage(page, isInside, { alert: alert ?? '', typed, article });
  const title = article === null ? 'Tambah Berita' : 'Ubah Berita';
  // Dashboards draw a frame around the form, of the kind in which others draw one article of a list.
  return adminPage(page, title, `<div class="card">${articleForm(page, article, typed)}</div>`, alert ?? null);
}

/** The list of all articles, newest first; a stranger who is shown the modals' page sees no rows. */
export function listPage(page: Page, isInside: boolean, { alert, typed = null, article = null }: Shown = {}): Answer {
  const { state } = page;
  const { base, options } = state;
  const { form, data } = addressesOf(options);
  const isModal = options.flavour === 'modal';
  const isScript = options.flavour === 'storageToken';
  const all = isInside && !isScript ? state.articles.toReversed() : [];
  const at = Number(page.asked.url.searchParams.get('page') ?? 1);
  const size = state.rowsOnPage ?? all.length;
  const articles = all.slice((at - 1) * size, at * size);
  const token = options.takeDown === 'deletePost' ? tokenField(page) : '';
  const rows = articles.map((one) => row(page, one, article?.id === one.id ? typed : null, token)).join('\n');
  // The empty form stands twice: the second button is the one for phones, which no desk ever shows.
  const fresh = isModal
    ? `${modal('tambah', articleForm(page, null, article === null ? typed : null))}<div hidden>${modal('tambah', articleForm(page, null))}</div>`
    : '';
  const add = isModal
    ? '<button type="button" data-opens="tambah">Tambah Berita</button>'
    : `<a href="${base}${form}">Tambah Berita</a>`;
  const drawn = isScript
    ? `data-rows="${base}${data}" data-edit="${base}${addressesOf(options).edit}" data-home="${base}/"`
    : '';
  return adminPage(
    page,
    'Daftar Berita',
    `<p>${add}</p>${fresh}<table><thead><tr><th>Judul</th><th>Tanggal</th><th>Aksi</th></tr></thead><tbody ${drawn}>${rows}</tbody></table>${pager(all.length, size)}`,
    alert || null,
  );
}

/** As a framework draws it; none where everything stands on one page. */
function pager(all: number, size: number): string {
  if (all <= size) return '';
  const pages = Array.from(
    { length: Math.ceil(all / size) },
    (_, at) => `<li><a href="?page=${at + 1}">${at + 1}</a></li>`,
  );
  return `<ul class="pagination">${pages.join('')}</ul>`;
}

function row(page: Page, article: Article, typed: Sent | null, token: string): string {
  const { state } = page;
  const { edit } = addressesOf(state.options);
  const isModal = state.options.flavour === 'modal';
  const change = isModal
    ? `<button type="button" data-opens="ubah${article.id}">Ubah</button>${modal(`ubah${article.id}`, articleForm(page, article, typed))}`
    : `<a href="${state.base}${addressWith(edit, article.id)}">Ubah</a>`;
  const day = writtenDay(article.date, state.options.date);
  return `<tr><td>${esc(article.title)}</td><td>${day}</td><td>${change} ${removal(state, article, token)}</td></tr>`;
}

/** How the row offers to delete. */
export function removal({ options, base }: VillageState, { id }: Pick<Article, 'id'>, token = ''): string {
  const { remove } = addressesOf(options);
  if (options.takeDown === 'deletePost')
    return `<form method="post" action="${base}${addressWith(remove, id)}">${token}<button class="hapus">Hapus</button></form>`;
  if (options.takeDown === 'deleteDead') return '<a href="#" class="hapus">Hapus</a>';
  if (options.takeDown !== 'deleteGet') return '';
  return `<a href="${base}${addressWith(remove, id)}" class="hapus" onclick="return confirm('Hapus berita ini?')">Hapus</a>`;
}

const modal = (id: string, form: string): string =>
  `<div class="modal" id="${id}" role="dialog" hidden>${form}<button type="button" data-closes>Batal</button></div>`;
