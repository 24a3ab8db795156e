import type { VillageOptions } from './axes.ts';
import { type Sent, sentJson } from './http.ts';
import { type Names, namesOf, SWITCHES } from './names.ts';
import { pictureOf } from './pictures.ts';
import { type Article, CATEGORIES, OTHER_CATEGORY, type VillageState } from './state.ts';
import { narrowed, readDay, sanitised } from './words.ts';

/** `broken`: PHP died on it, and nothing was saved. */
export type Outcome = { kind: 'saved'; article: Article } | { kind: 'refused'; text: string } | { kind: 'broken' };

/** Whether the form asks if the article is public. */
export const hasStatus = ({ status, takeDown }: VillageOptions): boolean =>
  status === 'draftDefault' || takeDown === 'statusField';

const refused = (text: string): Outcome => ({ kind: 'refused', text });

/** Saves a new article, or the one of this number, as the site does: with all that it checks, cuts and loses. */
export function saveArticle(state: VillageState, sent: Sent, id: number | null): Outcome {
  const { options } = state;
  const names = namesOf(options, id === null ? 'create' : 'change');
  const old = state.byId(id);
  if (id !== null && old === undefined) return refused('Artikel tidak ditemukan');
  const words = { title: sent.text(names.title).trim(), body: sent.text(names.body), unseen: sent.text(names.unseen) };
  const isLink = options.editor === 'urlOnly';
  const link = isLink ? sent.text(names.link).trim() : '';
  if (words.title === '') return refused('Kolom judul wajib diisi');
  if (isLink ? !/^https?:\/\//.test(link) : words.body === '') return refused('Kolom isi wajib diisi');
  const category = categoryOf(options, sent, names);
  if (category === null) return refused('Kategori wajib dipilih');
  const day = options.date === 'none' ? (old?.date ?? '2026-11-28') : readDay(sent.text(names.date), options.date);
  // The database, not the form, is the first to notice an empty day that is written by hand.
  if (day === null) return options.date === 'dmy' ? { kind: 'broken' } : refused('Kolom tanggal wajib diisi');
  if (options.public === 'apostropheBreaks' && Object.values(words).some((text) => text.includes("'")))
    return { kind: 'broken' };
  const picture = pictureOf(state, sent, names.picture, old === undefined);
  if ('refused' in picture) return refused(picture.refused);

  const parts: Partial<Article> = {
    title: kept(options, options.public === 'titleCut' ? words.title.slice(0, 60) : words.title),
    body: kept(options, options.editor === 'sanitise' ? sanitised(words.body) : words.body),
    unseen: kept(options, words.unseen),
    link,
    category,
    date: day,
    isPublished: !hasStatus(options) || sent.text(names.status) === '1',
    switches: options.status === 'sideSwitches' ? SWITCHES.filter((name) => sent.text(name) === '1') : [],
  };
  if (picture.path !== undefined) parts.picture = picture.path;
  const article = old === undefined ? state.add(parts) : Object.assign(old, parts);
  if (article.switches.includes('kirim_pelanggan')) state.mails += 1;
  return { kind: 'saved', article };
}

const kept = (options: VillageOptions, text: string): string =>
  options.public === 'emojiBreaks' ? narrowed(text) : text;

/** The category's name as it is shown; null when the choice is none that the table has. */
function categoryOf(options: VillageOptions, sent: Sent, names: Names): string | null {
  if (options.category === 'none') return '';
  const chosen = sent.text(names.category);
  if (options.category === 'lineByHeart') return chosen.trim() || null;
  if (options.category === 'selectWithOther' && chosen === OTHER_CATEGORY)
    return sent.text(names.otherCategory).trim() || null;
  return CATEGORIES.get(chosen) ?? null;
}

/**
 * Every article as the whole collection is sent: what is missing in it is gone from the site, what another has written
 * since it was read too.
 */
export function saveAll(state: VillageState, sent: unknown): Outcome {
  if (!Array.isArray(sent)) return refused('Data tidak sah');
  const before = structuredClone(state.articles);
  const left: Article[] = [];
  for (const one of sent as Record<string, unknown>[]) {
    const id = state.byId(Number(one.id))?.id ?? null;
    const outcome = saveArticle(state, sentJson(one), id);
    if (outcome.kind !== 'saved') {
      state.articles = before;
      return outcome;
    }
    outcome.article.author = String(one.author ?? 'admin');
    left.push(outcome.article);
  }
  state.articles = left;
  const last = left.at(-1);
  return last === undefined ? refused('Data kosong') : { kind: 'saved', article: last };
}
