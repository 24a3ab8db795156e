import { addressesOf, addressWith } from './addresses.ts';
import { isForm } from './axes.ts';
import type { Naming } from './editors.ts';
import { fieldsOf } from './fields.ts';
import type { Sent } from './http.ts';
import type { Page } from './layout.ts';
import { type Names, namesOf } from './names.ts';
import { CI_FIELD, ciToken } from './sessions.ts';
import type { Article, VillageState } from './state.ts';
import { valuesOf } from './values.ts';
import { esc } from './words.ts';

/** The form for a new article, or for changing one; `typed` is what a refused save had in it. */
export function articleForm(page: Page, article: Article | null, typed: Sent | null = null): string {
  const { state } = page;
  const { options, base } = state;
  const names = namesOf(options, article === null ? 'create' : 'change');
  const values = valuesOf(state, names, article, typed);
  const upload = base + addressesOf(options).upload;
  const fields = fieldsOf({ options, names, values, named: namingOf(state), upload });
  const token = ['blade', 'ci3'].includes(options.flavour) ? tokenField(page) : '';
  const inside = `${token}${hiddenId(page, names, article)}${fields}<p><button type="submit">Simpan</button></p>`;
  return `<form ${opening(page, article)}>${inside}</form>`;
}

/** The token as a form of this framework carries it. */
export function tokenField({ state: { options }, asked, session }: Page): string {
  if (options.flavour === 'ci3') return `<input type="hidden" name="${CI_FIELD}" value="${ciToken(asked)}">`;
  // The scripts of the others send it in a header, and their forms that delete have it as a field.
  return options.flavour === 'plainphp' ? '' : `<input type="hidden" name="_token" value="${session.token}">`;
}

const namingOf =
  ({ options: { flavour } }: VillageState): Naming =>
  (name) =>
    flavour === 'dead' ? '' : `${flavour === 'driven' ? 'wire:model' : 'name'}="${name}"`;

/** Told apart by a hidden id where one address serves both, or where the address of a change names no article. */
function hiddenId({ state: { options } }: Page, names: Names, article: Article | null): string {
  const { flavour, change } = options;
  if (flavour === 'driven' || flavour === 'dead') return '';
  const spoofed = flavour === 'blade' && change === 'ownPage' && article !== null;
  if (spoofed) return '<input type="hidden" name="_method" value="PUT">';
  if (change === 'sameAddress' || (change === 'otherNames' && article !== null))
    return `<input type="hidden" name="${names.id}" value="${article?.id ?? ''}">`;
  return '';
}

function opening(page: Page, article: Article | null): string {
  const { state, session } = page;
  const { options, base } = state;
  const { flavour } = options;
  if (flavour === 'dead') return 'class="form"';
  const addresses = addressesOf(options);
  const to = base + (article === null ? addresses.save : addressWith(addresses.update, article.id));
  if (isForm(options)) {
    const hasFile = !['none', 'urlBox', 'fileManager', 'uploadFirst', 'uploadUrl', 'dropzone'].includes(
      options.picture,
    );
    return `method="post" action="${to}" ${hasFile ? 'enctype="multipart/form-data"' : ''} class="form" id="formBerita"`;
  }
  const data: Record<string, string> = {
    send: { json: 'json', jsonMultipart: 'multipart', whole: 'whole', storageToken: 'json', driven: 'wire' }[
      flavour as 'json'
    ],
    to,
    method:
      article === null || options.change === 'sameAddress' ? 'POST' : options.change === 'otherNames' ? 'PATCH' : 'PUT',
    after: options.success === 'sameFormAlert' ? 'stay' : 'list',
    list: base + addresses.list,
    login: base + addresses.login,
  };
  if (article === null) data.fresh = '';
  if (flavour === 'whole') data.collection = base + addresses.data;
  if (flavour === 'driven') data.snapshot = snapshot(state, session.id, article?.id ?? null);
  if (flavour === 'storageToken' && article !== null) data.load = `${base}${addresses.data}?id=${article.id}`;
  const written = Object.entries(data).map(([key, value]) => `data-${key}="${esc(value)}"`);
  return `${flavour === 'driven' ? 'wire:submit.prevent="simpan" wire:id="berita"' : 'class="form"'} ${written.join(' ')}`;
}

/** Livewire's state, signed: the server takes each but once. */
export function snapshot(state: VillageState, sessionId: string, id: number | null): string {
  const checksum = crypto.randomUUID();
  state.snapshots.set(`${sessionId} ${checksum}`, { id });
  return JSON.stringify({ data: { id }, memo: { name: 'berita-form' }, checksum });
}
