import type { Recipe } from '#contract';
import type { Db } from '#utils/db/db.ts';
export async function saveRecipe(_db: Db, _recipe: Recipe, _now: number): Promise<void> {}
export async function recipeOf(_db: Db, _siteUrl: string): Promise<Recipe | null> {
  return null;
}
export async function listRecipes(_db: Db): Promise<Recipe[]> {
  return [];
}
