import { CATEGORIES, CATEGORY_LABELS, type Category } from '#contract';
import { link, type View } from '#marketplace/web/view.ts';
import { CategoryIcon } from './CategoryIcon.tsx';

interface Props {
  view: View;
  current?: Category | null;
  /** Those that there is something of. */
  kinds: Iterable<Category>;
  /** One row that goes on to the side, so that on a phone the products are in the first screen. */
  row?: boolean;
}

/** Links to the kinds of goods that somebody sells, in their usual order. */
export function CategoryLinks({ view, current = null, kinds, row = false }: Props) {
  const sold = new Set(kinds);
  return (
    <ul class={row ? 'categories categories-row' : 'categories'}>
      {CATEGORIES.filter((category) => sold.has(category)).map((category) => (
        <li key={category}>
          <a href={link(view, `/kategori/${category}`)} {...(category === current && { 'aria-current': 'page' })}>
            <CategoryIcon category={category} />
            {CATEGORY_LABELS[view.locale][category]}
          </a>
        </li>
      ))}
    </ul>
  );
}
