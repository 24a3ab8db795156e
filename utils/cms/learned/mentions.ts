import type { Recipe, RecipeDeed, RecipeField } from '#contract';

/** Where markup is shown as it is written, or taken out, the body is words with the address. */
export function inWords<D extends Pick<RecipeDeed, 'fields'>>(deed: D): D {
  const isMarkup = ({ role, form }: RecipeField) => role === 'body' && form === 'html';
  return { ...deed, fields: deed.fields.map((field) => (isMarkup(field) ? { ...field, form: 'text' } : field)) };
}

/** A recipe as it is followed: a site that shows no links gets words in each of its forms, however they were shown. */
export function asFollowed(recipe: Recipe): Recipe {
  if (recipe.mentions !== true) return recipe;
  const { create, change, takeDown } = recipe;
  return {
    ...recipe,
    create: inWords(create),
    change: change && inWords(change),
    takeDown: takeDown?.form ? { ...takeDown, form: inWords(takeDown.form) } : takeDown,
  };
}
