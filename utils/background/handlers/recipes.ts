import { AppError } from '#utils/appError.ts';
import type { Background } from '#utils/background/context.ts';
import { useWords } from '#utils/i18n/words.ts';
import { endPointing, pointed, pointingIn, startPointing } from '#utils/lessons/point.ts';
import { sayPointing } from '#utils/lessons/say.ts';
import { forgetRecipe, listRecipes, saveRecipe } from '#utils/recipes/book.ts';
import { DONE, type HandlersOf } from '#utils/runtime/handlers.ts';
import { getSettings } from '#utils/settings.ts';

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
    async 'recipe/point'(part) {
      await startPointing(db, part);
      return DONE;
    },
    async 'recipe/pointing'(_, { tab }) {
      const pointing = await pointingIn(tab);
      await useWords((await getSettings(db)).locale);
      return pointing && { say: sayPointing(pointing) };
    },
    async 'recipe/pointed'({ field }, { tab }) {
      const pointing = await pointingIn(tab);
      if (pointing === null) throw new AppError('bad_message');
      const why = field === null ? null : await pointed(db, pointing, field, clock().now);
      if (why === null) await endPointing();
      if (field !== null && why === null) changed();
      return { why };
    },
  } satisfies HandlersOf<
    'recipe/list' | 'recipe/forget' | 'recipe/restore' | 'recipe/point' | 'recipe/pointing' | 'recipe/pointed'
  >;
}
