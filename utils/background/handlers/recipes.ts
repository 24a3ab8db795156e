import type { Background } from '#utils/background/context.ts';
import { forgetRecipe, listRecipes, saveRecipe } from '#utils/recipes/book.ts';
import { DONE, type HandlersOf } from '#utils/runtime/handlers.ts';

export function recipeHandlers({ db, clock, broadcast, drain }: Background) {
  const changed = () => {
    broadcast('recipes');
    drain();
  };
  return {
    'recipe/list': () => listRecipes(db),
    async 'recipe/forget'({ siteUrl }) {
      const recipe = await forgetRecipe(db, siteUrl, clock().now);
      changed();
      return { recipe };
    },
    async 'recipe/restore'({ recipe, at }) {
      await saveRecipe(db, recipe, at);
      changed();
      return DONE;
    },
  } satisfies HandlersOf<'recipe/list' | 'recipe/forget' | 'recipe/restore'>;
}
