import type { Recipe } from '#contract';
import type { Db } from '#utils/db/db.ts';

const kept = new Map<string, Recipe>();
export async function saveRecipe(_db: Db, recipe: Recipe, _now: number): Promise<void> {
  kept.set(recipe.siteUrl, recipe);
}
export async function recipeOf(_db: Db, siteUrl: string): Promise<Recipe | null> {
  return kept.get(siteUrl) ?? null;
}
export async function listRecipes(_db: Db): Promise<Recipe[]> {
  return [...kept.values()];
}
