import type { RecipeRole } from '#contract';
import type { WordKey } from '#utils/i18n/keys.ts';

/** What a person calls each part of an article. */
export const ROLE_WORDS: Record<RecipeRole, WordKey> = {
  title: 'options_recipe_title',
  body: 'options_recipe_body',
  picture: 'options_recipe_picture',
  pictureUrl: 'options_recipe_picture_url',
  link: 'options_recipe_link',
  slug: 'options_recipe_slug',
  excerpt: 'options_recipe_excerpt',
  date: 'options_recipe_date',
};
