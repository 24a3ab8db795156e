import type { GoodsRole, Recipe, RecipeField, RecipeForm, RecipeRole, RecipeShop, RecipeUpload } from '#contract';
import type { WordKey } from '#utils/i18n/keys.ts';
import { t } from '#utils/i18n/t.ts';
import { ROLE_WORDS } from '#utils/recipes/words.ts';

/** A day as the form wants it, by an example. */
const DAYS: Partial<Record<RecipeForm, string>> = {
  'Y-m-d': '2026-11-28',
  'd-m-Y': '28-11-2026',
  'd/m/Y': '28/11/2026',
  'd F Y': '28 November 2026',
  'Y-m-d H:i': '2026-11-28 09:30',
  'd-m-Y H:i': '28-11-2026 09:30',
};

const FORMS: Partial<Record<RecipeForm, WordKey>> = {
  html: 'options_recipe_html',
  text: 'options_recipe_text',
  address: 'options_recipe_address',
};

/** One line of a recipe: what it is about, where that goes in the site's form, and a word on how. */
export interface RecipeFact {
  what: string;
  names: string[];
  how?: string;
  /** The part of a new article that stands in this field, which may be pointed at anew. */
  part?: Pick<RecipeField, 'role' | 'name'>;
}

/** A recipe in plain words, line by line. */
export function recipeFacts({ create, change, takeDown, lists, products, shop }: Recipe): RecipeFact[] {
  const chosen = (choices: readonly { name: string; value: string }[]) =>
    choices.map(({ name, value }) => `${name}: ${value}`);
  const facts: RecipeFact[] = create.fields.map((field) => ({
    ...fieldFact(field),
    // What is pointed at is told by its name, which the controls of a driven page may lack.
    ...(create.driven === undefined && { part: field }),
  }));
  if (create.upload !== undefined) facts.push(uploadFact(create.upload));
  if (create.chosen.length > 0) facts.push({ what: t('options_recipe_chosen'), names: chosen(create.chosen) });
  if (create.driven !== undefined)
    facts.push({
      what: t('options_recipe_button'),
      names: [create.driven.button.text],
      how: t('options_recipe_in_sight'),
    });
  facts.push(
    { what: t('options_recipe_form'), names: [create.page] },
    shown(t('options_recipe_change'), change === null ? null : [change.page]),
    (takeDown === null ? change !== null : takeDown.chosen.length === 0)
      ? { what: t('options_recipe_take_down'), names: [], how: t('options_recipe_by_words') }
      : shown(t('options_recipe_take_down'), takeDown === null ? null : chosen(takeDown.chosen)),
    { what: t('options_recipe_lists'), names: lists },
  );
  if (products !== undefined) facts.push({ what: t(`options_recipe_${products.kind}`), names: [products.list] });
  return shop === undefined ? facts : [...facts, ...shopFacts(shop)];
}

const GOODS: Record<GoodsRole, WordKey> = {
  price: 'options_recipe_price',
  stock: 'options_recipe_stock',
  unit: 'options_recipe_unit',
  category: 'options_recipe_category',
  seller: 'options_recipe_seller',
  phone: 'options_recipe_phone',
};

/** How the site's own product table is written to. */
function shopFacts({ create, change, off, page }: RecipeShop): RecipeFact[] {
  const words: Partial<Record<RecipeRole, WordKey>> = {
    title: 'options_recipe_name',
    body: 'options_recipe_description',
  };
  const parts = create.fields.map(({ role, name }) => `${t(words[role] ?? ROLE_WORDS[role])} → ${name}`);
  const goods = create.goods.map(({ role, name }) => {
    const digits = role === 'price' ? ` (${t('options_recipe_digits')})` : '';
    return `${t(GOODS[role])} → ${name}${digits}`;
  });
  return [
    { what: t('options_recipe_goods'), names: [...parts, ...goods] },
    shown(t('options_recipe_goods_change'), change === undefined ? null : [change.page]),
    shown(
      t('options_recipe_goods_off'),
      off?.chosen.map(({ name, value }) => `${name}: ${value || t('options_recipe_unticked')}`) ?? null,
    ),
    { what: t('options_recipe_goods_page'), names: [page] },
  ];
}

function uploadFact({ into }: RecipeUpload): RecipeFact {
  const names = into.map(({ name }) => name);
  return { what: t('options_recipe_picture'), names, how: t('options_recipe_upload') };
}

function fieldFact({ role, name, form }: RecipeField): RecipeFact {
  const what = t(ROLE_WORDS[role]);
  if (form === undefined) return { what, names: [name] };
  const day = DAYS[form];
  const word = FORMS[form];
  if (day !== undefined) return { what, names: [name], how: t('options_recipe_day', day) };
  return word === undefined ? { what, names: [name] } : { what, names: [name], how: t(word) };
}

function shown(what: string, names: string[] | null): RecipeFact {
  return names === null ? { what, names: [], how: t('options_recipe_not_shown') } : { what, names };
}
