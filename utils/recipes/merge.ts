import type { KeptRecipe } from '#contract';
import type { StoredRecipe } from '#utils/model/recipe.ts';
import type { VillageKey } from '#utils/model/site.ts';

/** A recipe as the marketplace has it, in the place of what this device last heard. */
export function agreedOn({ rev, recipe, updatedAt }: KeptRecipe, village: VillageKey): StoredRecipe {
  return { village, rev, base: rev, recipe, at: Date.parse(updatedAt) };
}

/**
 * What was said here, over what another device had said meanwhile. A recipe is one thing: of two, the one that was learned
 * later stays whole. A deletion was of what its device had seen, so it takes nothing that was learned elsewhere. A wrong
 * one writes nothing, because the site's form is compared before every write.
 */
export function merged(mine: StoredRecipe, theirs: KeptRecipe, village: VillageKey): StoredRecipe {
  const isTheirs = mine.recipe === null || (theirs.recipe !== null && Date.parse(theirs.updatedAt) > mine.at);
  if (isTheirs || isSame(mine.recipe, theirs.recipe)) return agreedOn(theirs, village);
  const { recipe, at } = mine;
  return { village, rev: theirs.rev + 1, base: theirs.rev, recipe, at };
}

/** Whether two recipes say the same; the marketplace writes their members in an order of its own. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one, inOrder) === JSON.stringify(other, inOrder);
}

function inOrder(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
