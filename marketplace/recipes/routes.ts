import * as z from 'zod/mini';
import { Fingerprint, KeptRecipe, RecipeList, RecipeOffers, RecipePut } from '#contract';
import { clientHas } from '#marketplace/http/etag.ts';
import { limit } from '#marketplace/http/limits.ts';
import { villageRoute } from '#marketplace/http/route.ts';
import { offersFor } from './offers.ts';
import { putRecipe, recipesOf } from './put.ts';

const OFFERS_PER_VILLAGE = { name: 'recipe-offers', max: 120, seconds: 3600 };
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
    method: 'GET',
    path: '/v1/recipes/offers',
    summary: 'How sites with this very form save an article, as an operator offers it to every village',
    query: z.object({ form: Fingerprint }),
    response: RecipeOffers,
    problems: [],
    async handle({ deps, query, actor }) {
      await limit(deps, OFFERS_PER_VILLAGE, actor.villageId);
      return { offers: await offersFor(deps, query.form) };
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
