import type { Browser } from '#tests/cms/browser.ts';
import type { VillageSite } from '#tests/cms/doubles/village.ts';
import type { SentRequest } from '#utils/cms/learned/observeRequest.ts';
import { addressWith } from './addresses.ts';
import { UPLOADS } from './axes.ts';
import { type Names, namesOf } from './names.ts';
import { managedPicture, sendsPicture } from './personsUpload.ts';
import { CI_FIELD } from './sessions.ts';

/** A form that stands open in a tab. */
export interface OpenForm {
  names: Names;
  /** The names of all controls, those too that send nothing as they are. */
  fields: ReadonlySet<string>;
  /** What it sends. */
  values: Map<string, string | File>;
  /** Chooses a picture, in whichever way the form takes one. */
  choose(picture: File): Promise<void>;
  send(): Promise<Response>;
  /** The uploads that were made before it, as the page's own world would tell of them. */
  uploads: SentRequest[];
  /** The page as it was opened. */
  document: Document;
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** Opens the form and reads it as the browser and the page's script do. */
export async function readForm(
  site: VillageSite,
  browser: Browser,
  { key, id }: { key: string | null; id: number | null },
): Promise<OpenForm> {
  const { options, url, admin } = site;
  const address = url + (id === null ? admin.form : addressWith(admin.edit, id));
  const { document, location } = await browser.open(address);
  const place = id === null ? '#tambah' : `#ubah${id}`;
  const form = document.querySelector<HTMLFormElement>(
    options.flavour === 'modal' ? `${place} form` : 'form.form, form[data-send]',
  );
  if (form === null) throw new Error(`no form under ${location}`);
  const nameOf = (control: Element) => control.getAttribute('name') ?? control.getAttribute('wire:model') ?? '';
  const controls = [...form.querySelectorAll<Control>('input, select, textarea')].filter((one) => nameOf(one) !== '');
  const isTick = (control: Control) => control.type === 'checkbox';
  const values = new Map<string, string | File>();
  for (const control of controls) {
    if (isTick(control) && !(control as HTMLInputElement).checked) continue;
    values.set(nameOf(control), control.type === 'file' ? new File([], '') : control.value);
  }
  const names = namesOf(options, id === null ? 'create' : 'change');
  const headers = new Headers({ referer: location.href });
  const token = document.querySelector('meta[name="csrf-token"]')?.getAttribute('content');
  if (token) headers.set('x-csrf-token', token);
  if (key !== null) headers.set('authorization', `Bearer ${key}`);
  const { collection, load, snapshot, send, to = '', method = 'POST' } = form.dataset;
  const read = async (path: string) => (await browser.fetch(new URL(path, location), { headers })).json();
  if (load)
    for (const [name, value] of Object.entries(await read(load))) if (values.has(name)) values.set(name, String(value));
  const articles: Record<string, unknown>[] = collection ? (await read(collection)).articles : [];
  const json = (body: unknown, how = method) => {
    headers.set('content-type', 'application/json');
    return browser.fetch(new URL(to, location), { method: how, headers, body: JSON.stringify(body) });
  };

  const uploads: SentRequest[] = [];
  return {
    names,
    uploads,
    document,
    fields: new Set(controls.map(nameOf)),
    values,
    async choose(picture) {
      if (options.picture === 'none') return;
      if (options.picture === 'urlBox') return void values.set(names.picture, 'https://pasar.example/f/1.jpg');
      if (options.picture === 'fileManager') return void values.set(names.picture, managedPicture(site));
      if (!UPLOADS.includes(options.picture)) return void values.set(names.picture, picture);
      const token = values.get(CI_FIELD);
      const csrf = typeof token === 'string' ? token : undefined;
      const sent = await sendsPicture(site, browser.fetch, { headers: new Headers(headers), csrf, picture });
      if (sent.csrf !== '') values.set(CI_FIELD, sent.csrf);
      if (sent.value !== '') values.set(names.picture, sent.value);
      uploads.push(sent.told);
    },
    async send() {
      // Its page is asked for again, with nothing.
      if (options.flavour === 'dead') return browser.fetch(location);
      // JSON carries no file.
      const said = Object.fromEntries([...values].filter(([, value]) => typeof value === 'string'));
      if (send === 'json') return json(said);
      if (send === 'wire') return json({ snapshot, updates: said, calls: [{ method: 'simpan', params: [] }] });
      if (send === 'whole') {
        const next =
          id === null
            ? [...articles, { ...said, id: Date.now() }]
            : articles.map((one) => (one.id === id ? changed(one, said, names) : one));
        return json({ articles: next });
      }
      const action = form.getAttribute('action') ?? to;
      const isMultipart = send === 'multipart' || form.enctype === 'multipart/form-data';
      // A form that the browser sends has no headers of the page's.
      const sentWith = send === undefined ? { referer: location.href } : headers;
      const body = isMultipart ? new FormData() : new URLSearchParams();
      for (const [name, value] of values) (body as FormData).append(name, value as string);
      return browser.fetch(new URL(action || location.href, location), { method: 'POST', headers: sentWith, body });
    },
  };
}

/** An article of the collection with what was typed; a picture that was not chosen anew stays. */
function changed(old: Record<string, unknown>, said: Record<string, unknown>, names: Names): Record<string, unknown> {
  const { [names.id]: _, [names.picture]: picture, ...rest } = said;
  return { ...old, ...rest, ...(picture ? { [names.picture]: picture } : {}) };
}
