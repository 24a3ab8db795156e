import { CATEGORIES, CATEGORY_LABELS, type Category } from '#contract';
import { link, type View } from '#marketplace/web/view.ts';
import { CategoryIcon } from './CategoryIcon.tsx';

export function CategoryLinks({ view, current = null }: { view: View; current?: Category | null }) {
  return (
    <ul class="categories">
      {CATEGORIES.map((category) => (
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
