import type { RecipeProductChange } from '#contract';
import { request, type Session } from '#utils/cms/form.ts';
import { type EditForm, findEditForm } from '#utils/cms/learned/editForm.ts';
import { untouched } from '#utils/cms/learned/formShape.ts';
import { pagesOn } from '#utils/cms/learned/products/pages.ts';
import { atSite } from '#utils/cms/learned/sitePath.ts';
import { inForm } from '#utils/cms/learned/toDeed.ts';
import { CmsError } from '#utils/cms/types.ts';
import { amountIn } from './amount.ts';
import { type BodyShape, holdsOurs } from './words.ts';

/** A product's form in the site's admin. */
export interface Row extends EditForm {
  deed: RecipeProductChange;
  isOurs: boolean;
}

/**
 * The form of the product of one of these names, of several the one that holds our link; null where the admin's list leads
 * to none. Throws `form_changed` where the form asks for other things than it did.
 */
export async function rowOf(
  session: Session,
  siteUrl: string,
  deed: RecipeProductChange,
  { names, links }: { names: string[]; links: string[] },
): Promise<Row | null> {
  const isOurs = (body: string) => links.some((link) => holdsOurs(body, link));
  const titles = names.filter(Boolean);
  let waiting: string[] | null = null;
  for (let list: string | undefined = deed.list, opened = 0; list !== undefined && opened < PAGES; opened += 1) {
    try {
      const found = await findEditForm(session, siteUrl, { ...deed, list }, { titles, isOurs });
      return { ...found, deed, isOurs: isOurs(found.body) };
    } catch (error) {
      if (!(error instanceof CmsError) || error.code !== 'not_reached') throw error;
    }
    // Most lists stand on one page, so that the others are asked for only now.
    waiting ??= pagesOn(await request(session, atSite(deed.list, siteUrl)), siteUrl, deed.list);
    list = waiting.shift();
  }
  return null;
}

/** How many pages of the admin's list are looked at: the newest stand on the first. */
const PAGES = 8;

type Parts = Pick<RecipeProductChange, 'fields' | 'goods'>;

/** The name of the field that takes a part; null where the form has none. */
export function fieldOf({ fields, goods }: Parts, role: string): string | null {
  const all: { role: string; name: string }[] = [...fields, ...goods];
  return all.find((one) => one.role === role)?.name ?? null;
}

/** How this form takes a description. */
export const bodyShape = (deed: Parts): BodyShape => ({
  isHtml: deed.fields.some(({ role, form }) => role === 'body' && form === 'html'),
  withUnit: fieldOf(deed, 'unit') === null,
});

/** What stands in the form's field for a part; null where it has none. */
export function said({ form, deed }: Row, role: string): string | null {
  const name = fieldOf(deed, role);
  return name === null ? null : untouched(form, inForm(name));
}

export const priceIn = (row: Row): number | null => amountIn(said(row, 'price') ?? '');

type Choices = readonly { name: string; value: string }[];

/** Whether the form says these choices. */
export function saysChoices({ form }: Row, choices: Choices): boolean {
  return [...Map.groupBy(choices, ({ name }) => name)].every(
    ([name, all]) => untouched(form, inForm(name)) === all.map(({ value }) => value).join('\n'),
  );
}

/** What the form says in the controls of these choices. */
export function standingChoices({ form }: Row, choices: Choices): { name: string; value: string }[] {
  const names = [...new Set(choices.map(({ name }) => name))];
  return names.flatMap((name) =>
    untouched(form, inForm(name))
      .split('\n')
      .map((value) => ({ name, value })),
  );
}
