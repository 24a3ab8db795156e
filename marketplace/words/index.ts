import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_LOCALE, LOCALES, type Locale } from '#contract';
import { quantityText, unitText } from '#contract/format.ts';
import {
  type KeyOf,
  type PlainKey,
  say,
  type Texts,
  type Translate,
  translator,
  type Value,
} from '#contract/i18n/t.ts';
import type { Goods } from '#contract/unitWords.ts';
import type about from './about.id.json';
import type admin from './admin.id.json';
import type { Blanks } from './blanks.ts';
import type consoleWords from './console.id.json';
import type desk from './desk.id.json';
import type figures from './figures.id.json';
import type find from './find.id.json';
import type group from './group.id.json';
import type issues from './issues.id.json';
import type jawab from './jawab.id.json';
import type notify from './notify.id.json';
import type place from './place.id.json';
import type practice from './practice.id.json';
import type product from './product.id.json';
import type report from './report.id.json';
import type share from './share.id.json';
import type storefront from './storefront.id.json';
import type thread from './thread.id.json';

/** Each surface of the service with its words in Indonesian, the language that is always whole. */
interface Surfaces {
  storefront: typeof storefront;
  /** Reports of products and villages. */
  report: typeof report;
  /** Who runs this, how buying goes, and what happens to what people write. UU PDP 27/2022 asks for plain words. */
  about: typeof about;
  /** One product of many villages, and the question to several of them. */
  group: typeof group;
  /** Search, filters and what they say when nothing is there. */
  find: typeof find;
  /** Every code a buyer's form can come back with: what happened, and what to do next. */
  issues: typeof issues;
  /** What a product's page says of its sales, and its printed poster. */
  product: typeof product;
  /** Villages with their place and face, by kecamatan and by distance. */
  place: typeof place;
  /** The buyer's private page. */
  thread: typeof thread;
  /** What leaves the market: pictures, posters, captions. */
  share: typeof share;
  /** The pages on which an official answers from a phone. */
  jawab: typeof jawab;
  /** Mails and pushes, and the pages and forms that they lead to. */
  notify: typeof notify;
  /** The operator's command line. */
  admin: typeof admin;
  /** The operator's pages: the way in, and what stands around every page. */
  console: typeof consoleWords;
  /** The console's figures and settings. */
  figures: typeof figures;
  /** The console's queues, villages and products. */
  desk: typeof desk;
  /** Rooms for practice, and what their made-up buyers say. */
  practice: typeof practice;
}
type Surface = keyof Surfaces;

/** `t` of a surface. */
export type WordsOf<S extends Surface> = Translate<KeyOf<Surfaces[S]>, Blanks[S]>;
export type StorefrontWords = WordsOf<'storefront'>;
export type FindWords = WordsOf<'find'>;
export type ThreadWords = WordsOf<'thread'>;
export type JawabWords = WordsOf<'jawab'>;
export type NotifyWords = WordsOf<'notify'>;
export type AdminWords = WordsOf<'admin'>;
export type ConsoleWords = WordsOf<'console'>;
export type FiguresWords = WordsOf<'figures'>;
export type DeskWords = WordsOf<'desk'>;
/** The keys of a surface whose texts have no blanks. */
export type PlainWord<S extends Surface> = PlainKey<KeyOf<Surfaces[S]>, Blanks[S]>;

export type ConsoleWord = PlainWord<'console'>;

function read(surface: Surface, locale: Locale): Texts {
  const file = join(import.meta.dirname, `${surface}.${locale}.json`);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

/** What a language has not is said in Indonesian; a test demands every text of a surface that a language has at all. */
function load(surface: Surface): Record<Locale, Texts> {
  const first = read(surface, DEFAULT_LOCALE);
  return Object.fromEntries(LOCALES.map((locale) => [locale, { ...first, ...read(surface, locale) }])) as Record<
    Locale,
    Texts
  >;
}

function wordsOf<S extends Surface>(surface: S): Record<Locale, WordsOf<S>> {
  const texts = load(surface);
  const words = LOCALES.map((locale) => [locale, translator(texts[locale], locale)]);
  return Object.fromEntries(words) as Record<Locale, WordsOf<S>>;
}

// Read once, when the process starts.
export const STOREFRONT = wordsOf('storefront');
export const ABOUT = wordsOf('about');
export const GROUP = wordsOf('group');
export const FIND = wordsOf('find');
export const REPORT = wordsOf('report');
export const THREAD = wordsOf('thread');
export const PRODUCT = wordsOf('product');
export const PLACE = wordsOf('place');
export const JAWAB = wordsOf('jawab');
export const NOTIFY = wordsOf('notify');
export const ADMIN = wordsOf('admin');
export const CONSOLE = wordsOf('console');
export const FIGURES = wordsOf('figures');
export const DESK = wordsOf('desk');
export const PRACTICE = wordsOf('practice');
export const SHARE = wordsOf('share');
/** Every key that the console has, for what an older line of its log may name. */
export const CONSOLE_KEYS: ReadonlySet<string> = new Set(Object.keys(load('console')[DEFAULT_LOCALE]));
const ISSUES = load('issues');
const THREAD_TEXTS = load('thread');
const JAWAB_TEXTS = load('jawab');
const GROUP_TEXTS = load('group');

/**
 * What a sentence speaks of: `of` are the goods whose unit it names, with an example of a quantity in it; `values` is what
 * else it says.
 */
export interface Said {
  of?: Goods;
  values?: readonly Value[];
}

/**
 * The sentence for a code; one for any code this page does not know, never the code itself.
 */
export function issueText(locale: Locale, code: string, said: Said = {}): string {
  return sentence(ISSUES[locale], locale, code, said) ?? ISSUES[locale].other ?? '';
}

const sentence = (texts: Texts, locale: Locale, code: string, { of, values }: Said): string | undefined => {
  if (!Object.hasOwn(texts, code)) return undefined;
  const unit = of && [unitText({ packSize: null, ...of }, locale), quantityText(10, of, locale)];
  return say(texts, locale, code, values ?? unit ?? []);
};

/** The sentence for what is wrong in the form of "Titip jual": its own words, else those of the question form. */
export function titipIssue(locale: Locale, code: string): string {
  return sentence(ISSUES[locale], locale, `titip_${code}`, {}) ?? issueText(locale, code);
}

/** The sentence for a refusal on the private page: its own words, else those of the question form. */
export function threadIssue(locale: Locale, code: string, said: Said = {}): string {
  return sentence(THREAD_TEXTS[locale], locale, `issue_${code}`, said) ?? issueText(locale, code, said);
}

/** The sentence for what an official's phone is refused: its own words, else those of the question form. */
export function jawabIssue(locale: Locale, code: string, said: Said = {}): string {
  return sentence(JAWAB_TEXTS[locale], locale, `issue_${code}`, said) ?? issueText(locale, code, said);
}

/** The sentence for what is wrong with a question to several villages: its own words, else those of the question form. */
export function groupIssue(locale: Locale, code: string, said: Said = {}): string {
  return sentence(GROUP_TEXTS[locale], locale, `issue_${code}`, said) ?? issueText(locale, code, said);
}
