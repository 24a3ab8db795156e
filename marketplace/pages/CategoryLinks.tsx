import { CATEGORIES, CATEGORY_LABELS, type Category } from '#contract';
import { CategoryIcon } from './CategoryIcon.tsx';
import { link, type View } from './view.ts';

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
