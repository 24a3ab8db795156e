import type { Recipe } from '#contract';
import { createBrowser } from '#tests/cms/browser.ts';
import { namesOf } from '#tests/cms/doubles/village/names.ts';
import { writtenDay } from '#tests/cms/doubles/village/words.ts';
import type { VillageSite } from '#tests/cms/doubles/village.ts';
import { jpeg } from '#tests/cms/pictures.ts';
import { buildCard } from '#utils/cms/card.ts';
import type { Tools } from '#utils/cms/learned/create.ts';
import { finishLesson, type LessonEnd } from '#utils/cms/learned/finish.ts';
import { observeSave } from '#utils/cms/learned/observe.ts';
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

/** Somebody signed in on the site, as the writer in a tab of theirs sees it. */
export async function visitor(site: VillageSite): Promise<DriverContext> {
  const browser = createBrowser(site.url);
  if (site.options.session !== 'noSignIn') {
    const { document } = await browser.open(site.url + site.admin.login);
    const token = document.querySelector('input[name="_token"]')?.getAttribute('value') ?? '';
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
  const status = field(names.status);
  if (status?.type === 'checkbox') status.checked = true;
  else if (status) status.value = '1';
  const sent = new FormData(form);
  const file = form.querySelector<HTMLInputElement>('input[type=file]');
  if (file?.name && post.image) sent.set(file.name, new File([post.image.blob], 'foto.jpg', { type: 'image/jpeg' }));
  const seen = observeSave(
    form,
    sent,
    { link: post.link, title: post.title, pictureUrl: post.pictureUrl ?? null, now: TODAY },
    { page, press: null, isSeen: true },
  );
  if (seen === null || typeof seen === 'string') return { state: 'refused', why: seen };
  await context.fetch(seen.action, { method: 'POST', body: sent });
  return finishLesson(context, seen, page, { link: post.link, title: post.title });
}

export function recipeOf(end: Awaited<ReturnType<typeof teach>>): Recipe {
  if (end.state !== 'learned') throw new Error(`not learned: ${JSON.stringify(end)}`);
  return end.recipe;
}
