import type { Article } from './site.ts';

/** One product as the marketplace's database holds it. */
export interface Listed {
  id: string;
  name: string;
}

/** One conversation as the marketplace's database holds it. */
export interface Held {
  listingId: string;
  /** How often the village spoke in it: answers, counters, agreements, sales. */
  saidByVillage: number;
  isSold: boolean;
}

/**
 * What should stand there once for this product, and how far its evening came: what was not done yet cannot be lost, but
 * may be there.
 */
export interface Expected {
  name: string;
  saidByVillage: number;
  isSold: boolean;
  isListed: boolean;
  isAsked: boolean;
  isAnswered: boolean;
}

export interface Tally {
  listings: number;
  articles: number;
  inquiries: number;
  answered: number;
  deals: number;
  /** Each thing that is not there, or is there more often than once, in words. */
  lost: string[];
  doubled: string[];
}

interface Found {
  /** The marketplace's address: an article is a product's when it leads there. */
  marketUrl: string;
  listed: readonly Listed[];
  /** The names on the village's public page. */
  shown: readonly string[];
  held: readonly Held[];
  articles: readonly Article[];
}

/** Compares what was done with what the marketplace and the CMS hold. What belongs to nothing that was done counts as doubled. */
export function tally(expected: readonly Expected[], found: Found): Tally {
  const lost: string[] = [];
  const doubled: string[] = [];
  /** `most` should be there; nothing of it is missed before it was done. Answers how much of it is there. */
  const compare = (what: string, most: number, is: number, isDone = true) => {
    for (let n = is; n < most && isDone; n += 1) lost.push(what);
    for (let n = most; n < is; n += 1) doubled.push(what);
    return Math.min(most, is);
  };
  const sum: Tally = { listings: 0, articles: 0, inquiries: 0, answered: 0, deals: 0, lost, doubled };
  let ours = 0;
  for (const { name, saidByVillage, isSold, isListed, isAsked, isAnswered } of expected) {
    const listed = found.listed.filter((one) => one.name === name);
    const ids = listed.map(({ id }) => id);
    compare(`${name}: product in the marketplace’s database`, 1, listed.length, isListed);
    sum.listings += compare(`${name}: on the village’s public page`, 1, count(found.shown, name), isListed);
    const own = found.articles.filter(({ html }) => ids.some((id) => leadsTo(html, found.marketUrl, id)));
    ours += own.length;
    // A draft beside the article is one too many; a draft alone is no article.
    compare(`${name}: article that nobody sees`, 0, own.filter(({ isPublished }) => !isPublished).length);
    sum.articles += compare(
      `${name}: article on the CMS`,
      1,
      own.filter(({ isPublished }) => isPublished).length,
      isListed,
    );
    const held = found.held.filter(({ listingId }) => ids.includes(listingId));
    sum.inquiries += compare(`${name}: question`, 1, held.length, isAsked);
    const said = held.reduce((all, one) => all + one.saidByVillage, 0);
    if (compare(`${name}: what the village said`, saidByVillage, said, isAnswered) > 0) sum.answered += 1;
    sum.deals += compare(`${name}: deal`, isSold ? 1 : 0, held.filter((one) => one.isSold).length, isAnswered);
  }
  const others = found.listed.filter(({ name }) => !expected.some((one) => one.name === name));
  doubled.push(...others.map(({ name }) => `${name}: product of nobody’s making`));
  const strays = found.articles.filter(({ html }) => html.includes(`${found.marketUrl}/p/`)).length - ours;
  compare('article that leads to no product', 0, strays);
  return sum;
}

const count = (all: readonly string[], one: string): number => all.filter((name) => name === one).length;

/** The address ends with the id, or goes on with what no id holds. */
const leadsTo = (html: string, marketUrl: string, id: string): boolean =>
  html.split(`${marketUrl}/p/`).some((rest, at) => at > 0 && new RegExp(`^(?:[a-z0-9-]*-)?${id}(?![\\w-])`).test(rest));
