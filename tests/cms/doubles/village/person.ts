import { type Browser, createBrowser } from '#tests/cms/browser.ts';
import type { VillageSite } from '#tests/cms/doubles/village.ts';
import { jpeg } from '#tests/cms/pictures.ts';
import { type OpenForm, readForm } from './personsForm.ts';
import { writtenDay } from './words.ts';

/** What a person writes into the form. */
export interface PersonsArticle {
  title: string;
  bodyHtml: string;
  /** A JPEG of one pixel when nothing is said; null leaves the picture out. */
  picture?: File | null;
  /** Where the body is only a link. */
  link?: string;
  /** False leaves it a draft, where the form asks. */
  isPublic?: boolean;
  /** What is typed into other fields, by their names. */
  more?: Record<string, string>;
}

/** Somebody at a browser of his own, signed in; pages run no script there, so that he does what the script would. */
export interface Person {
  browser: Browser;
  /** Opens the form for a new article, or for changing the one of this number. */
  open(id?: number): Promise<OpenForm>;
  /** Fills the form's fields as they are called there. */
  fill(form: OpenForm, article: PersonsArticle): Promise<void>;
  save(article: PersonsArticle): Promise<Response>;
  change(id: number, article: PersonsArticle): Promise<Response>;
}

/** The day on which every person of the tests writes. */
const TODAY = '2026-11-28';

export async function personOn(site: VillageSite): Promise<Person> {
  const { options, url, admin } = site;
  const browser = createBrowser(url);
  const key = options.flavour === 'storageToken' ? site.signInKey() : null;
  if (options.session !== 'noSignIn' && key === null) {
    const { document } = await browser.open(url + admin.login);
    const token = document.querySelector('input[name="_token"]')?.getAttribute('value') ?? '';
    const body = new URLSearchParams({ _token: token, username: 'carik', password: 'x' });
    await browser.fetch(url + admin.login, { method: 'POST', body });
  }
  const person: Person = {
    browser,
    open: (id) => readForm(site, browser, { key, id: id ?? null }),
    async fill(form, article) {
      const { names } = form;
      const set = (name: string, value: string) => {
        if (form.values.has(name)) form.values.set(name, value);
      };
      set(names.title, article.title);
      set(names.body, article.bodyHtml);
      set(names.link, article.link ?? 'https://pasar.example/p/1');
      set(names.category, '3');
      set(names.date, writtenDay(TODAY, options.date));
      if (form.fields.has(names.status)) form.values.set(names.status, article.isPublic === false ? '0' : '1');
      for (const [name, value] of Object.entries(article.more ?? {})) form.values.set(name, value);
      const picture =
        article.picture === undefined ? new File([jpeg(article.title.slice(0, 40))], 'foto.jpg') : article.picture;
      if (picture !== null) await form.choose(picture);
    },
    async save(article) {
      const form = await person.open();
      await person.fill(form, article);
      return form.send();
    },
    async change(id, article) {
      const form = await person.open(id);
      await person.fill(form, { picture: null, ...article });
      return form.send();
    },
  };
  return person;
}

/** A person signs in and saves one article. */
export async function personSaves(site: VillageSite, article: PersonsArticle): Promise<Response> {
  return (await personOn(site)).save(article);
}

/** A stranger, who has no cookies: what he is shown under this path of the site. */
export async function strangerReads(site: VillageSite, path: string): Promise<{ status: number; text: string }> {
  const answer = await fetch(site.url + path);
  return { status: answer.status, text: await answer.text() };
}
