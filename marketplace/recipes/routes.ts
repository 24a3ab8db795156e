import { KeptRecipe, RecipeList, RecipePut } from '#contract';
import { clientHas } from '#marketplace/http/etag.ts';
import { limit } from '#marketplace/http/limits.ts';
import { villageRoute } from '#marketplace/http/route.ts';
import { putRecipe, recipesOf } from './put.ts';

const CHANGES_PER_VILLAGE = { name: 'recipes', max: 120, seconds: 3600 };

export const recipeRoutes = [
  villageRoute({
    method: 'GET',
    path: '/v1/recipes',
    summary: "How the village's sites save an article, as its devices learned it; null where that was deleted",
    response: RecipeList,
    problems: [],
    async handle({ deps, c, actor }) {
      const answer = { recipes: await recipesOf(deps, actor) };
      return clientHas(c, JSON.stringify(answer)) ? c.body(null, 304) : answer;
    },
  }),
  villageRoute({
    method: 'PUT',
    path: '/v1/recipes',
    summary: 'Store a revision of how one site of the village saves an article, or that it was deleted',
    body: RecipePut,
    response: KeptRecipe,
    problems: ['revision_old'],
    async handle({ deps, body, actor }) {
      await limit(deps, CHANGES_PER_VILLAGE, actor.villageId);
      return putRecipe(deps, actor, body);
    },
  }),
];
