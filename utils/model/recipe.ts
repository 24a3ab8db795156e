import * as z from 'zod/mini';
import { Recipe } from '#contract';
import { VillageKey } from './site.ts';

/** How one site saves an article, as this device learned or heard it, and how far the marketplace has heard of it. */
export const StoredRecipe = z.object({
  /** Null while nobody knows whose site it is: it is told to no marketplace then. */
  village: z.nullable(VillageKey),
  /** The newest revision said on this device, and the one that the marketplace has; 0 for none. It is owed while they differ. */
  rev: z.int(),
  base: z.int(),
  /**
   * Looked at when it is used, because a newer version may have made it; null once it was deleted. That row stays while the
   * marketplace has one, so that what is learned next is said over it.
   */
  recipe: z.unknown(),
  /** When (ms) it was learned, or deleted. */
  at: z.number(),
  /** The revision that the marketplace refused: it is not sent again. */
  refused: z.optional(z.int()),
});
export type StoredRecipe = z.infer<typeof StoredRecipe>;

/** By the address of their site. */
export const StoredRecipes = z.record(z.string(), StoredRecipe);

/** A recipe as the options show it. */
export const RecipeView = z.object({
  siteUrl: z.string(),
  /** Null where this version cannot read it. */
  recipe: z.nullable(Recipe),
  at: z.number(),
  /** True while the village's marketplace has not heard of it. */
  isOwed: z.boolean(),
});
export type RecipeView = z.infer<typeof RecipeView>;
