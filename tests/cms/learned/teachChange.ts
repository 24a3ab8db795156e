import type { Recipe } from '#contract';
import { addressWith } from '#tests/cms/doubles/village/addresses.ts';
import { isForm } from '#tests/cms/doubles/village/axes.ts';
import { namesOf } from '#tests/cms/doubles/village/names.ts';
import { personOn } from '#tests/cms/doubles/village/person.ts';
import type { VillageSite } from '#tests/cms/doubles/village.ts';
import { withImage } from '#utils/cms/card.ts';
import { type ChangeEnd, finishChange } from '#utils/cms/learned/finishChange.ts';
import type { SeenSave } from '#utils/cms/learned/observe.ts';
import { choicesBefore, observeChange } from '#utils/cms/learned/observeChange.ts';
import { observeRequest } from '#utils/cms/learned/observeRequest.ts';
import type { DriverContext, LinkBackPost, PostRef } from '#utils/cms/types.ts';
import { TODAY } from './teach.ts';

/** What a person does with an article that stands: writes its new words, hides it, or empties its words. */
export type Deed = 'change' | 'hide' | 'empty';

/** Anything that is not learned, with the reason. */
export type TaughtChange = ChangeEnd | { state: 'refused'; why: string | null };

/** A person opens the article from the list, saves it again in its form, and Dodolan watches. */
export async function teachChange(
  site: VillageSite,
  context: DriverContext,
  { post, ref, deed }: { post: LinkBackPost; ref: PostRef; deed: Deed },
): Promise<TaughtChange> {
  const { options, url, admin } = site;
  const article = site.articles().find(({ title }) => title === (ref.wrote?.title ?? post.title));
  if (article === undefined) throw new Error('no such article');
  const names = namesOf(options, 'change');
  const words = { link: post.link, title: article.title, pictureUrl: post.pictureUrl ?? null, now: TODAY };
  const hasField = options.picture !== 'none' && options.picture !== 'uploadFirst' && options.picture !== 'urlBox';
  const html = withImage(post.html, hasField ? null : (post.pictureUrl ?? null));
  const put: [string, string][] = [];
  if (deed === 'change') put.push([names.body, html]);
  if (deed === 'hide') put.push([names.status, '0']);
  if (deed === 'empty') put.push([names.body, `${article.title} habis.`]);
  const page = new URL(url + addressWith(admin.edit, article.id));
  const shown = { deed: deed === 'change' ? ('change' as const) : ('takeDown' as const), link: post.link };
  const about = { ...shown, titles: [article.title], url: ref.url, list: new URL(url + admin.list) };
  const saw = async (seen: SeenSave | string | null): Promise<TaughtChange> =>
    seen === null || typeof seen === 'string'
      ? { state: 'refused', why: seen }
      : finishChange(context, seen, page, about);

  const document = inert(await (await context.fetch(page)).text());
  const form = document.querySelector<HTMLFormElement>(
    options.flavour === 'modal' ? `#ubah${article.id} form` : 'form.form, form[data-send]',
  );
  if (form === null) throw new Error('no form');
  if (!isForm(options)) return saw(await byScript(site, { id: article.id, page, words, put, form }));
  const sent = new FormData(form);
  for (const [name, value] of put) {
    if (!form.querySelector(`[name="${name}"]`)) continue;
    const isTick = form.querySelector(`input[type=checkbox][name="${name}"]`) !== null;
    if (isTick) sent.delete(name);
    else sent.set(name, value);
  }
  const seen = observeChange(form, sent, words, { page, press: null, isSeen: true });
  if (seen !== null && typeof seen !== 'string') await context.fetch(seen.action, { method: 'POST', body: sent });
  return saw(seen);
}

/** What was learned, as it goes into the recipe. */
export function withChange(recipe: Recipe, end: TaughtChange): Recipe {
  if (end.state !== 'changed') throw new Error(`not learned: ${JSON.stringify(end)}`);
  const { form, takeDown } = end;
  return takeDown === null ? { ...recipe, change: form } : { ...recipe, takeDown: { ...takeDown, form } };
}

interface Script {
  id: number;
  page: URL;
  words: Parameters<typeof observeRequest>[1];
  put: [string, string][];
  form: HTMLFormElement;
}

async function byScript(site: VillageSite, { id, page, words, put, form: shown }: Script) {
  const person = await personOn(site);
  const { fetch } = person.browser;
  const seen: (SeenSave | string)[] = [];
  person.browser.fetch = async (input, init = {}) => {
    const { body, method = 'GET' } = init;
    if (method !== 'GET') {
      const headers = [...new Headers(init.headers).keys()];
      const form = body instanceof FormData ? textsOf(body) : undefined;
      const sent = form ? { form, files: [] } : { json: JSON.parse(String(body)) };
      const request = { url: new URL(String(input), page), method, headers, ...sent };
      const found = observeRequest(request, words, page, (name) => isChoice(shown, name));
      if (found !== null)
        seen.push(
          typeof found === 'string' ? found : { ...found, before: choicesBefore(shown, found.shown, found.way) },
        );
    }
    return fetch(input, init);
  };
  const open = await person.open(id);
  for (const [name, value] of put) if (open.values.has(name)) open.values.set(name, value);
  await open.send();
  return seen[0] ?? null;
}

const textsOf = (body: FormData): Record<string, string[]> =>
  Object.fromEntries([...new Set(body.keys())].map((name) => [name, body.getAll(name).map(String)]));

const isChoice = (form: HTMLFormElement, name: string): boolean =>
  [...form.querySelectorAll('select, input[type=checkbox]')].some((one) => one.getAttribute('name') === name);

const inert = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');
