import type { Sent } from './http.ts';
import { type Names, SWITCHES } from './names.ts';
import { type Article, CATEGORIES, OTHER_CATEGORY, type VillageState } from './state.ts';
import { writtenDay } from './words.ts';

export type Values = Record<keyof Names, string> & { switches: readonly string[] };

/** What stands in a form: what was typed into it, the article that it changes, or what an empty one says. */
export function valuesOf({ options }: VillageState, names: Names, article: Article | null, typed: Sent | null): Values {
  if (typed !== null) {
    const said = Object.entries(names).map(([role, name]) => [role, typed.text(name)]);
    const switches = SWITCHES.filter((name) => typed.text(name) === '1');
    return { ...(Object.fromEntries(said) as Record<keyof Names, string>), switches };
  }
  const isEmpty = article === null;
  const key = [...CATEGORIES].find(([, name]) => name === article?.category)?.[0];
  const isOther = !isEmpty && key === undefined && options.category === 'selectWithOther';
  const startsPublic = options.status === 'draftDefault' ? '0' : '1';
  return {
    id: isEmpty ? '' : String(article.id),
    title: article?.title ?? '',
    body: article?.body ?? '',
    unseen: article?.unseen ?? '',
    link: article?.link ?? '',
    // A file that was sent is never shown again in its field; an address is.
    picture: ['urlBox', 'fileManager'].includes(options.picture) ? (article?.picture ?? '') : '',
    category: options.category === 'lineByHeart' ? (article?.category ?? '') : isOther ? OTHER_CATEGORY : (key ?? ''),
    otherCategory: isOther ? (article?.category ?? '') : '',
    status: isEmpty ? startsPublic : article.isPublished ? '1' : '0',
    date: isEmpty || options.date === 'none' ? '' : writtenDay(article.date, options.date),
    switches: article?.switches ?? [],
  };
}

/** An article as the page's script reads it: the form's fields, and whose it is. */
export function asData(state: VillageState, names: Names, article: Article): Record<string, unknown> {
  const { switches, ...values } = valuesOf(state, names, article, null);
  const named = Object.entries(values).map(([role, value]) => [names[role as keyof Names], value]);
  const on = switches.map((name) => [name, '1']);
  // The picture goes along by its address, which a form would not show.
  const rest = { id: article.id, author: article.author, [names.picture]: article.picture ?? '' };
  return { ...Object.fromEntries([...named, ...on]), ...rest };
}
