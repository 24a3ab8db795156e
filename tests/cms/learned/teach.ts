import type { Recipe } from '#contract';
import { createBrowser } from '#tests/cms/browser.ts';
import { isForm, UPLOADS } from '#tests/cms/doubles/village/axes.ts';
import { namesOf } from '#tests/cms/doubles/village/names.ts';
import { personOn } from '#tests/cms/doubles/village/person.ts';
import { managedPicture, sendsPicture } from '#tests/cms/doubles/village/personsUpload.ts';
import { CI_FIELD } from '#tests/cms/doubles/village/sessions.ts';
import { writtenDay } from '#tests/cms/doubles/village/words.ts';
import type { VillageSite } from '#tests/cms/doubles/village.ts';
import { jpeg } from '#tests/cms/pictures.ts';
import { buildCard } from '#utils/cms/card.ts';
import type { Tools } from '#utils/cms/learned/create.ts';
import { finishLesson, type LessonEnd } from '#utils/cms/learned/finish.ts';
import { isChoiceIn } from '#utils/cms/learned/formShape.ts';
import { observeSave, type SeenSave } from '#utils/cms/learned/observe.ts';
import { observeRequest } from '#utils/cms/learned/observeRequest.ts';
import { type SeenUpload, seenUpload, standingIn } from '#utils/cms/learned/seenUpload.ts';
import type { DriverContext, LinkBackPost } from '#utils/cms/types.ts';

/** The day on which the person shows it. */
export const TODAY = new Date(2026, 10, 28, 9, 0).getTime();
export const TOOLS: Tools = { toJpeg: async (blob) => blob, now: () => TODAY, wait: async () => undefined };

let products = 0;

/** A product's article, another one each time. */
export function product(name = 'Gula semut'): LinkBackPost {
  products += 1;
  const id = `product${String(products).padStart(9, '0')}`;
  const link = `https://pasar.example/p/${id}`;
  const html = buildCard({
    locale: 'id',
    link,
    badge: `https://pasar.example/badge/${id}.svg`,
    name,
    village: 'Desa Contoh',
    description: `${name} dari nira kelapa, buatan Bu Siti.`,
    price: null,
    hasHeading: false,
    image: { width: 640, height: 480 },
  });
  return {
    listingId: id,
    link,
    title: name,
    html,
    image: { blob: jpeg(id), fileName: `produk-${id}.jpg`, alt: name },
    pictureUrl: `https://pasar.example/photos/${id}/1280.jpg`,
    known: null,
    isFirst: true,
    overwriteEdits: false,
  };
}

/** The same product's article with other words. */
export function revised(post: LinkBackPost, description: string): LinkBackPost {
  const html = buildCard({
    locale: 'id',
    link: post.link,
    badge: `https://pasar.example/badge/${post.listingId}.svg`,
    name: post.title,
    village: 'Desa Contoh',
    description,
    price: null,
    hasHeading: false,
    image: { width: 640, height: 480 },
  });
  return { ...post, html };
}

/** Somebody signed in on the site, as the writer in a tab of theirs sees it. */
export async function visitor(site: VillageSite): Promise<DriverContext> {
  const browser = createBrowser(site.url);
  if (site.options.session !== 'noSignIn') {
    const page = await (await browser.fetch(site.url + site.admin.login)).text();
    const form = new DOMParser().parseFromString(page, 'text/html');
    const token = form.querySelector('input[name="_token"]')?.getAttribute('value') ?? '';
    const body = new URLSearchParams({ _token: token, username: 'carik', password: 'x' });
    await browser.fetch(site.url + site.admin.login, { method: 'POST', body });
  }
  const { document } = await browser.open(`${site.url}/`);
  const page = { cms: 'assist' as const, siteUrl: site.url, version: null, siteName: null, openPost: null };
  return { page, document, fetch: browser.fetch };
}

/** A person saves one article in the form, as a browser does, and Dodolan watches. */
export async function teach(
  site: VillageSite,
  context: DriverContext,
  post = product(),
): Promise<LessonEnd | { state: 'refused'; why: string | null }> {
  const { options, url, admin } = site;
  if (!isForm(options)) return teachScript(site, context, post);
  const names = namesOf(options, 'create');
  const response = await context.fetch(url + admin.form);
  const page = new URL(response.url);
  const document = new DOMParser().parseFromString(await response.text(), 'text/html');
  const form = document.querySelector<HTMLFormElement>(options.flavour === 'modal' ? '#tambah form' : 'form.form');
  if (form === null) throw new Error('no form');
  const field = (name: string) => form.querySelector<HTMLInputElement>(`[name="${name}"]`);
  const put = (name: string, value: string) => {
    const control = field(name);
    if (control !== null) control.value = value;
  };
  put(names.title, post.title);
  put(names.body, post.html.replace('{{image}}', post.pictureUrl ?? ''));
  put(names.unseen, 'Lihat keterangan.');
  put(names.link, post.link);
  put(names.category, '3');
  put(names.date, writtenDay('2026-11-28', options.date));
  if (options.picture === 'urlBox') put(names.picture, post.pictureUrl ?? '');
  if (options.picture === 'fileManager') put(names.picture, managedPicture(site));
  const uploads = await teachUpload(site, context, { form, page, post });
  const status = field(names.status);
  if (status?.type === 'checkbox') status.checked = true;
  else if (status) status.value = '1';
  const sent = new FormData(form);
  const file = form.querySelector<HTMLInputElement>('input[type=file]');
  if (file?.name && post.image && !UPLOADS.includes(options.picture))
    sent.set(file.name, new File([post.image.blob], 'foto.jpg', { type: 'image/jpeg' }));
  const seen = observeSave(
    form,
    sent,
    { link: post.link, title: post.title, pictureUrl: post.pictureUrl ?? null, now: TODAY, uploads },
    { page, press: null, isSeen: true },
  );
  if (seen === null || typeof seen === 'string') return { state: 'refused', why: seen };
  await context.fetch(seen.action, { method: 'POST', body: sent });
  return finished(site, context, seen, page, { link: post.link, title: post.title });
}

/** Where the home page does not lead to the article, the person opens it, as they know its address. */
async function finished(
  site: VillageSite,
  context: DriverContext,
  seen: SeenSave,
  page: URL,
  words: { link: string; title: string },
): Promise<LessonEnd> {
  const end = await finishLesson(context, seen, page, words);
  if (end.state !== 'not_public' || site.options.public !== 'apart') return end;
  const { id = 0, title = '' } = site.articles().at(-1) ?? {};
  return finishLesson(context, seen, page, words, new URL(site.url + site.publicPaths.article({ id, title })));
}

/** Where the picture is sent when it is chosen: the page's script does so, and puts what it is called into the form. */
async function teachUpload(
  site: VillageSite,
  context: DriverContext,
  { form, page, post: { image } }: { form: HTMLFormElement; page: URL; post: LinkBackPost },
): Promise<SeenUpload[]> {
  const { options } = site;
  const document = form.ownerDocument;
  if (!UPLOADS.includes(options.picture) || image === null) return [];
  const had = standingIn(document);
  const token = document.querySelector('meta[name="csrf-token"]')?.getAttribute('content');
  const headers = new Headers({ referer: page.href, ...(token && { 'x-csrf-token': token }) });
  const csrf = form.querySelector<HTMLInputElement>(`[name="${CI_FIELD}"]`);
  const picture = new File([image.blob], image.fileName, { type: 'image/jpeg' });
  const sent = await sendsPicture(site, context.fetch, { headers, csrf: csrf?.value, picture });
  if (csrf !== null) csrf.value = sent.csrf;
  const { picture: name } = namesOf(options, 'create');
  const field = form.querySelector<HTMLInputElement>(`input[type=hidden][name="${name}"]`) ?? drawn(form, name);
  field.value = sent.value;
  const seen = seenUpload(sent.told, { document, page, had });
  return seen === null ? [] : [seen];
}

/** A hidden field as upload scripts draw it; FilePond takes the form's own input away. */
function drawn(form: HTMLFormElement, name: string): HTMLInputElement {
  const field = form.ownerDocument.createElement('input');
  Object.assign(field, { type: 'hidden', name });
  form.querySelector(`input[type=file][name="${name}"]`)?.remove();
  form.append(field);
  return field;
}

export function recipeOf(end: Awaited<ReturnType<typeof teach>>): Recipe {
  if (end.state !== 'learned') throw new Error(`not learned: ${JSON.stringify(end)}`);
  return end.recipe;
}

/** The same where the page's script sends what was written: the browser tells of the request. */
async function teachScript(
  site: VillageSite,
  context: DriverContext,
  post: LinkBackPost,
): Promise<Awaited<ReturnType<typeof teach>>> {
  const person = await personOn(site);
  const { fetch } = person.browser;
  const page = new URL(site.url + site.admin.form);
  const words = { link: post.link, title: post.title, pictureUrl: post.pictureUrl ?? null, now: TODAY };
  const seen: (SeenSave | string)[] = [];
  const form = await person.open();
  const uploads: SeenUpload[] = [];
  const had = standingIn(form.document);
  person.browser.fetch = async (input, init = {}) => {
    const { body, method = 'GET' } = init;
    if (method !== 'GET') {
      const isForm = body instanceof FormData;
      const texts = isForm
        ? Object.fromEntries(
            [...new Set(body.keys())].map((name) => [
              name,
              body.getAll(name).filter((value) => typeof value === 'string'),
            ]),
          )
        : undefined;
      const files = isForm
        ? [...body.entries()].filter(([, value]) => typeof value !== 'string' && value.size > 0)
        : [];
      const headers = [...new Headers(init.headers).keys()];
      const sent = texts ? { form: texts, files: files.map(([name]) => name) } : { json: JSON.parse(String(body)) };
      const found = observeRequest(
        { url: new URL(String(input), page), method, headers, ...sent },
        { ...words, uploads },
        page,
        (name) => isChoiceIn(form.document, name),
      );
      if (found !== null) seen.push(found);
    }
    return fetch(input, init);
  };
  const bodyHtml = post.html.replace('{{image}}', post.pictureUrl ?? '');
  // Into a line for an address goes the marketplace's picture.
  const given =
    site.options.picture === 'urlBox' || site.options.picture === 'fileManager'
      ? { picture: null, more: { [namesOf(site.options, 'create').picture]: post.pictureUrl ?? '' } }
      : {};
  const picture = post.image && new File([post.image.blob], post.image.fileName, { type: 'image/jpeg' });
  await person.fill(form, { title: post.title, bodyHtml, link: post.link, picture, ...given });
  for (const told of form.uploads) {
    const upload = seenUpload(told, { document: form.document, page, had });
    if (upload !== null) uploads.push(upload);
  }
  await form.send();
  const [first] = seen;
  if (first === undefined || typeof first === 'string') return { state: 'refused', why: first ?? null };
  return finished(site, context, first, page, words);
}

/** What a fresh form keeps for one session: tokens, in hidden fields and in `meta`. */
export async function secretsOf(site: VillageSite, context: DriverContext): Promise<string[]> {
  const page = await (await context.fetch(site.url + site.admin.form)).text();
  const document = new DOMParser().parseFromString(page, 'text/html');
  const hidden = [...document.querySelectorAll<HTMLInputElement>('input[type=hidden]')].map(({ value }) => value);
  const metas = [...document.querySelectorAll('meta[name*=token]')].map((meta) => meta.getAttribute('content') ?? '');
  return [...hidden, ...metas].filter((value) => value.length >= 8);
}
