import { CATEGORIES, CATEGORY_LABELS, type Category } from '#contract';
import { link, type View } from '#marketplace/web/view.ts';
import { CategoryIcon } from './CategoryIcon.tsx';

interface Props {
  view: View;
  current?: Category | null;
  /** Those that there is something of; all unless given. */
  kinds?: readonly Category[];
  /** One row that goes on to the side, so that on a phone the products are in the first screen. */
  row?: boolean;
}

export function CategoryLinks({ view, current = null, kinds = CATEGORIES, row = false }: Props) {
  return (
    <ul class={row ? 'categories categories-row' : 'categories'}>
      {kinds.map((category) => (
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
