// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { answerAs } from '#tests/cms/browser.ts';
import { assistPage } from '#utils/cms/assist/page.ts';
import { learnedDriver } from '#utils/cms/learned/driver.ts';
import { finishLesson } from '#utils/cms/learned/finish.ts';
import { observeSave } from '#utils/cms/learned/observe.ts';
import { product, recipeOf, TOOLS } from './teach.ts';

const SITE = 'https://desa.example';
const FORM = (title = '', body = '') =>
  `<form method="post" action="/simpan.php"><input type="text" name="judul" value="${title}"><textarea name="isi">${body.replaceAll('<', '&lt;')}</textarea><button>Simpan</button></form>`;

/**
 * A site that asks nobody to sign in: the list of the admin shows every article whole, beside the form for a new one, and
 * leads whoever comes to the form of each. What the village reads lies in a folder to which nothing leads.
 */
function openAdmin() {
  const articles: { title: string; body: string }[] = [];
  const whole = () => articles.map(({ title, body }) => `<h3>${title}</h3><div>${body}</div>`);
  const pages: Record<string, () => string> = {
    '/': () => '<a href="/berita.php">Berita</a>',
    '/berita.php': () =>
      FORM() +
      whole()
        .map((one, at) => `${one}<a href="/edit.php?id=${at}">Ganti</a>`)
        .join(''),
    '/warga': () => whole().join(''),
    '/warga/index.php': () => whole().join(''),
  };
  const answer = (url: URL): string | undefined => {
    const one = url.pathname === '/edit.php' ? articles[Number(url.searchParams.get('id'))] : undefined;
    return one === undefined ? pages[url.pathname]?.() : FORM(one.title, one.body);
  };
  const fetch = async (input: RequestInfo | URL, init?: RequestInit) => {
    const url = new URL(String(input));
    if (init?.method === 'POST') {
      const sent = init.body as FormData;
      articles.push({ title: String(sent.get('judul')), body: String(sent.get('isi')) });
      return answerAs(url.href, false, new Response('Berita berhasil ditambahkan.'));
    }
    const html = answer(url);
    return answerAs(
      url.href,
      false,
      new Response(html ?? '', { status: html === undefined ? 404 : 200, headers: { 'content-type': 'text/html' } }),
    );
  };
  const context = { page: assistPage(SITE), document, fetch: fetch as typeof globalThis.fetch };
  return { articles, context };
}

/** The person saves one article by hand; how the lesson ends where `open` is the page that they opened. */
async function shown({ articles, context }: ReturnType<typeof openAdmin>, open?: string) {
  const { link, html: body } = product('Gula semut');
  document.body.innerHTML = FORM();
  const [form] = document.forms;
  if (form === undefined) throw new Error('no form');
  const sent = new FormData(form);
  sent.set('judul', 'Gula semut');
  sent.set('isi', body);
  const page = new URL('/berita.php', SITE);
  const words = { link, title: 'Gula semut', pictureUrl: null, now: TOOLS.now() };
  const seen = observeSave(form, sent, words, { page, press: null, isSeen: true });
  if (seen === null || typeof seen === 'string') throw new Error(String(seen));
  articles.push({ title: 'Gula semut', body });
  return finishLesson(context, seen, page, words, open === undefined ? undefined : new URL(open, SITE));
}

test('the page with the form for a new article is no public one, until the person says so', async () => {
  expect((await shown(openAdmin())).state).toBe('not_public');
  const end = await shown(openAdmin(), '/warga/index.php');
  expect(end).toMatchObject({ state: 'learned', postUrl: `${SITE}/warga/index.php` });
  expect(await shown(openAdmin(), '/berita.php')).toMatchObject({ postUrl: `${SITE}/berita.php` });
});

test.each(['/warga/index.php', '/berita.php'])(
  'what stands in a form that everybody may open is not taken for an article (%s)',
  async (open) => {
    const site = openAdmin();
    const recipe = recipeOf(await shown(site, open));
    const post = { ...product('Keripik'), image: null };
    const waited: number[] = [];
    const tools = { ...TOOLS, wait: async (milliseconds: number) => void waited.push(milliseconds) };
    const ref = await learnedDriver(recipe, tools).save(site.context, post);
    // The list shows it at once, whatever else has come to it.
    expect(waited).toEqual([]);
    expect(ref).toMatchObject({ url: SITE + open, state: 'published' });
    expect(site.articles).toHaveLength(2);
  },
);
