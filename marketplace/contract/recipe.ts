import * as z from 'zod/mini';
import { Revision, Timestamp, WebUrl } from './ids.ts';
import { FieldName, SitePath } from './recipeParts.ts';
import { RecipeProducts } from './recipeProducts.ts';

/**
 * A recipe: how a village site of no known CMS saves an article, learned from one save that a person showed. It holds
 * where each part of an article goes and nothing else: no token, no hidden field's value, no words of anybody, no code.
 */

/** What an article is made of. `slug` is the title as an address, `link` the product's address alone, `pictureUrl` the picture's */
export const RECIPE_ROLES = ['title', 'body', 'picture', 'pictureUrl', 'link', 'slug', 'excerpt', 'date'] as const;
export type RecipeRole = (typeof RECIPE_ROLES)[number];

/** How a part is written: the body as markup, as words with the address, or the address alone; a day in the form's way. */
export const RECIPE_FORMS = [
  'html',
  'text',
  'address',
  'Y-m-d',
  'd-m-Y',
  'd/m/Y',
  'd F Y',
  'Y-m-d H:i',
  'd-m-Y H:i',
] as const;
export type RecipeForm = (typeof RECIPE_FORMS)[number];

export const RecipeField = z.object({
  role: z.enum(RECIPE_ROLES),
  name: FieldName,
  form: z.optional(z.enum(RECIPE_FORMS)),
});
export type RecipeField = z.infer<typeof RecipeField>;

/** A choice that stood in sight and that the person made: a category, a status, a tick. */
export const RecipeChoice = z.object({ name: FieldName, value: z.string().check(z.maxLength(100)) });

/**
 * `form`: as the browser sends the form. `json`: as the page's script sends it, with a token that the page shows. `driven`:
 * what the page sends cannot be sent again, so its form is filled in and its button pressed, in sight of the person.
 */
export const RECIPE_WAYS = ['form', 'json', 'formData', 'driven'] as const;

export const RECIPE_METHODS = ['POST', 'PUT', 'PATCH'] as const;

const Token = z.object({ header: FieldName, meta: z.optional(FieldName), cookie: z.optional(FieldName) });

/**
 * What an answer's name for a picture looks like: a number of JSON, digits, the name or address of a picture's file, or any
 * other word of letters and digits. What looks otherwise than it did is an error's text, not a name.
 */
export const UPLOAD_FORMS = ['number', 'digits', 'file', 'word'] as const;

/** Sending the picture before its article, which then says by what the answer called it. */
export const RecipeUpload = z.object({
  action: SitePath,
  /** The name under which the file is sent. */
  field: FieldName,
  /** What the page has under these names and the upload carries too: tokens. */
  beside: z.array(FieldName).check(z.maxLength(6)),
  token: z.optional(Token),
  /**
   * Which fields of the article's form say it. `answer`: the places in the JSON of the answer where it stood, which agree;
   * none when the answer is nothing else.
   */
  into: z
    .array(z.object({ name: FieldName, answer: z.array(FieldName).check(z.maxLength(6)), form: z.enum(UPLOAD_FORMS) }))
    .check(z.minLength(1), z.maxLength(4)),
});
export type RecipeUpload = z.infer<typeof RecipeUpload>;

/** What is known of a page that is driven in sight, beside its fields. */
export const DrivenPage = z.object({
  /** What the button that saves says, and whether it sends the form that it stands in. */
  button: z.object({ text: z.string().check(z.minLength(1), z.maxLength(80)), isSubmit: z.boolean() }),
  /** What the page's script had read or sent before the button was pressed; the page is ready once it has done so again. */
  awaits: z.array(SitePath).check(z.maxLength(12)),
  /** Each save carries every article: a page that has not read them all would delete the others, so it is never pressed. */
  isWhole: z.optional(z.literal(true)),
});
export type DrivenPage = z.infer<typeof DrivenPage>;

/** One deed that was shown. */
export const RecipeDeed = z.object({
  way: z.enum(RECIPE_WAYS),
  /** The page on which the form stands. */
  page: SitePath,
  /** Of a driven page, whose script alone knows where it saves: the page itself. */
  action: SitePath,
  method: z.enum(RECIPE_METHODS),
  /** The form's shown controls: when they differ, the site has changed and is shown again before anything is written. */
  controls: z.array(FieldName).check(z.maxLength(120)),
  fields: z.array(RecipeField).check(z.minLength(1), z.maxLength(12)),
  chosen: z.array(RecipeChoice).check(z.maxLength(40)),
  /** The button that was pressed, where the form is sent with its name. */
  press: z.nullable(RecipeChoice),
  /** The members of the JSON that the page's script sent; what is no part of the article is sent as the empty form has it. */
  members: z.optional(z.array(FieldName).check(z.maxLength(120))),
  /** Where the page keeps the token that its script sends: the name of a `meta`, or of a cookie, and the header. */
  token: z.optional(Token),
  /** Where the picture is no part of the form: how it is sent before it. */
  upload: z.optional(RecipeUpload),
  /** Of a driven page alone. Its controls are named by what a person or a script calls them, where they have no name. */
  driven: z.optional(DrivenPage),
});
export type RecipeDeed = z.infer<typeof RecipeDeed>;

/**
 * Saving an article that stands already. `list` is the page from which the person opened its form; `{id}` in `page` and
 * `action` is the article's number, the one thing in which these differ from article to article.
 */
export const RecipeChange = z.extend(RecipeDeed, { list: SitePath });
export type RecipeChange = z.infer<typeof RecipeChange>;

/** Taking an article down in the form for changing it. */
export const RecipeTakeDown = z.object({
  /** What the person chose there, by which the article is public no more; none where it was done by words. */
  chosen: z.array(RecipeChoice).check(z.maxLength(40)),
  /** The same choices as they stood before, by which an article comes back. */
  before: z.optional(z.array(RecipeChoice).check(z.maxLength(40))),
  /** The form, as it was seen when this was shown. */
  form: z.optional(RecipeChange),
});
export type RecipeTakeDown = z.infer<typeof RecipeTakeDown>;

/** What a product has beside an article's parts. A price is digits alone, and a number stands in its own field or nowhere. */
export const GOODS_ROLES = ['price', 'stock', 'unit', 'category', 'seller', 'phone'] as const;
export type GoodsRole = (typeof GOODS_ROLES)[number];
export const RecipeGoods = z.object({ role: z.enum(GOODS_ROLES), name: FieldName });
export type RecipeGoods = z.infer<typeof RecipeGoods>;

const goods = z.array(RecipeGoods).check(z.maxLength(8));

/** Saving a product of the site's own table: its name is the `title`, its description the `body`. */
export const RecipeProduct = z.extend(RecipeDeed, { goods });
export type RecipeProduct = z.infer<typeof RecipeProduct>;

export const RecipeProductChange = z.extend(RecipeChange, { goods });
export type RecipeProductChange = z.infer<typeof RecipeProductChange>;

/** The site's own product table: each deed was shown by itself, and what was not is left to the person. */
export const RecipeShop = z.object({
  create: RecipeProduct,
  change: z.optional(RecipeProductChange),
  /** What is chosen in the form so that a product is sold no more, and the same as it stood before. */
  off: z.optional(
    z.object({
      form: RecipeProductChange,
      chosen: z.array(RecipeChoice).check(z.minLength(1), z.maxLength(12)),
      before: z.array(RecipeChoice).check(z.maxLength(12)),
    }),
  ),
  /** The public page on which its products stand. */
  page: SitePath,
  /** That page, or a product's own, says what it costs. */
  isPriced: z.optional(z.literal(true)),
});
export type RecipeShop = z.infer<typeof RecipeShop>;

export const RECIPE_VERSION = 1;

const Members = z.object({
  version: z.int().check(z.positive()),
  siteUrl: WebUrl,
  create: RecipeDeed,
  /** Changing an article, where that was shown too. */
  change: z.nullable(RecipeChange),
  /** Taking one down, where that was shown. */
  takeDown: z.nullable(RecipeTakeDown),
  /**
   * The site shows an address as words and never as a link. Its articles can only mention a product, which proves nothing:
   * absent where links are shown.
   */
  mentions: z.optional(z.literal(true)),
  /** Its own product table, where a person took products from it. */
  products: z.optional(RecipeProducts),
  /** Public pages on which the newest articles stand. */
  lists: z.array(SitePath).check(z.minLength(1), z.maxLength(4)),
  /** How the site's own product table is written to, where that was shown; never offered to others. */
  shop: z.optional(RecipeShop),
});

/** What a village's device says of its site. */
export const Recipe = Members;
export type Recipe = z.infer<typeof Recipe>;

/** How many recipes a village may keep, and how large one may be as JSON. */
export const RECIPES_MAX = 20;
export const RECIPE_BYTES_MAX = 32_000;

/**
 * What every version of a recipe has. One that is newer than the reader is kept and handed on as it came, unread.
 */
export const AnyRecipe = z.looseObject({ version: z.int().check(z.positive()), siteUrl: WebUrl });
export type AnyRecipe = z.infer<typeof AnyRecipe>;

/** The recipe in what was stored or sent; null where this version cannot read it. */
export function readRecipe(value: unknown): Recipe | null {
  const read = Recipe.safeParse(value);
  if (!read.success || read.data.version !== RECIPE_VERSION) return null;
  const { create, change, takeDown } = read.data;
  // Only a new article is driven, and only with its button.
  const isWhole = (create.way === 'driven') === (create.driven !== undefined);
  return isWhole && change?.way !== 'driven' && takeDown?.form?.way !== 'driven' ? read.data : null;
}

/**
 * A revision on its way to the marketplace; null says that the recipe was deleted. `base` is the marketplace's revision
 * that it was said over, 0 for none; a newer one of another device is a conflict (`revision_old`).
 */
export const RecipePut = z.object({
  siteUrl: WebUrl,
  rev: Revision,
  base: z.int().check(z.nonnegative(), z.maximum(2 ** 31 - 1)),
  recipe: z.nullable(AnyRecipe),
});
export type RecipePut = z.infer<typeof RecipePut>;

/** A recipe as the marketplace has it, for the village's own devices only; null where it was deleted. */
export const KeptRecipe = z.object({
  siteUrl: WebUrl,
  rev: Revision,
  recipe: z.nullable(AnyRecipe),
  updatedAt: Timestamp,
});
export type KeptRecipe = z.infer<typeof KeptRecipe>;

/** The recipes of a village's sites, the deleted ones too, so that its other devices hear of that. */
export const RecipeList = z.object({ recipes: z.array(KeptRecipe) });
export type RecipeList = z.infer<typeof RecipeList>;
