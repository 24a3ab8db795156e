import { WATCHED_SHOWN, watchedThreads } from '#marketplace/inquiries/watched.ts';
import { askForLook, LINKS_SHOWN, linkTroubles } from '#marketplace/linkcheck/trouble.ts';
import { CommandError } from './commandError.ts';
import type { Call } from './commands.ts';
import { searchListings } from './listingSearch.ts';
import { printLinks, printListings, printVillages, printWatched } from './print.ts';
import { idOfProduct } from './productId.ts';
import { searchVillages } from './villageList.ts';

/** As many lines fit on some screens; whoever looks for one village or product gives a word of it. */
const SHOWN = 10_000;
const PRODUCTS_SHOWN = 200;

/** What the console's desk shows, from the command line. */
export const deskCommands: Record<string, (call: Call) => Promise<string>> = {
  villages: async ({ deps, args: [words = ''], options, t }) =>
    printVillages(await searchVillages(deps, { words, status: options.waiting ? 'waiting' : null, limit: SHOWN }), {
      isSearch: words !== '' || options.waiting === true,
      t,
    }),
  products: async ({ deps, args: [words = ''], t }) => {
    const found = await searchListings(deps, { words, limit: PRODUCTS_SHOWN + 1 });
    return printListings(found.slice(0, PRODUCTS_SHOWN), found.length > PRODUCTS_SHOWN, t);
  },
  held: async ({ deps, t }) => {
    const all = await watchedThreads(deps);
    return printWatched(all.slice(0, WATCHED_SHOWN), all.length > WATCHED_SHOWN, t);
  },
  links: async ({ deps, t }) => {
    const all = await linkTroubles(deps);
    return printLinks(all.slice(0, LINKS_SHOWN), all.length > LINKS_SHOWN, t);
  },
  look: async ({ deps, args: [product = ''], t }) => {
    if (!(await askForLook(deps, idOfProduct(product)))) throw new CommandError((t) => t('linkUnknown'));
    return t('linkAsked');
  },
};
