import type { Page } from '@playwright/test';
import * as z from 'zod/mini';
import { startWordPress } from '#stack/wordpress.ts';
import { startDrupal } from '#tests/cms/doubles/drupal.ts';
import { startJoomla } from '#tests/cms/doubles/joomla.ts';
import { startOpensid } from '#tests/cms/doubles/opensid.ts';
import { learned } from './learnedSite.ts';
import type { Site } from './site.ts';

const Posts = z.array(z.object({ title: z.string(), html: z.string(), status: z.string() }));

async function wordpress(): Promise<Site> {
  const { url, signInUrl, stop } = await startWordPress();
  return {
    cms: 'WordPress',
    url,
    signIn: async (page) => void (await page.goto(signInUrl('admin'))),
    begin: async (page) => void (await page.goto(`${url}/wp-admin/index.php`)),
    teach: null,
    async articles() {
      const answer = await fetch(`${url}/?witness=posts`, { method: 'POST', body: '{}' });
      return z
        .parse(Posts, await answer.json())
        .map(({ title, html, status }) => ({ title, html, isPublished: status === 'publish' }));
    },
    stop,
  };
}

async function opensid(): Promise<Site> {
  const { url, base, state, close } = await startOpensid();
  return {
    cms: 'OpenSID',
    url,
    async signIn(page) {
      await page.goto(`${base}siteman`);
      const token = (await page.context().cookies(url)).find(({ name }) => name === 'sidcsrf')?.value ?? '';
      await sendSignIn(page, `${base}siteman/auth`, { sidcsrf: token, username: 'admin', password: 'x' });
    },
    begin: async (page) => void (await page.goto(`${base}beranda`)),
    teach: null,
    articles: async () =>
      state.articles.map(({ judul, isi, enabled }) => ({ title: judul, html: isi, isPublished: enabled === 1 })),
    stop: close,
  };
}

async function joomla(): Promise<Site> {
  const { url, state, close } = await startJoomla({ version: 5 });
  const admin = `${url}/administrator/index.php`;
  return {
    cms: 'Joomla',
    url,
    async signIn(page) {
      await page.goto(admin);
      await sendSignIn(page, admin, { username: 'admin', passwd: 'x' });
    },
    begin: async (page) => void (await page.goto(`${admin}?option=com_content`)),
    teach: null,
    articles: async () =>
      state.articles.map(({ title, text, state: how }) => ({ title, html: text, isPublished: how === 1 })),
    stop: close,
  };
}

async function drupalLike(cms: string, generation: 'drupal' | 'backdrop'): Promise<Site> {
  const { url, state, stop } = await startDrupal({ generation });
  return {
    cms,
    url,
    async signIn(page) {
      await page.goto(`${url}/user/login`);
      await sendSignIn(page, `${url}/user/login`, { name: 'admin', pass: 'admin' });
    },
    begin: async (page) => void (await page.goto(`${url}/user`)),
    teach: null,
    articles: async () =>
      state.nodes.map(({ title, body, published }) => ({ title, html: body, isPublished: published })),
    stop,
  };
}

/** What a press of the sign-in button sends: what the form brought, and what was typed. */
async function sendSignIn(page: Page, to: string, typed: Record<string, string>): Promise<void> {
  const brought = await page
    .locator('form input[type=hidden]')
    .evaluateAll((inputs) => inputs.map((input) => [input.getAttribute('name'), input.getAttribute('value')]));
  await page.request.post(to, { form: { ...Object.fromEntries(brought), ...typed } });
}

/** The kinds of sites, in the order in which villages have them. The first three are those of the smoke run. */
export const SITES: readonly (() => Promise<Site>)[] = [
  wordpress,
  opensid,
  learned,
  joomla,
  () => drupalLike('Drupal 8+', 'drupal'),
  () => drupalLike('Backdrop', 'backdrop'),
];
