import type { Category } from '#contract';

/** Line drawings on a 24 × 24 grid, which people recognise before they have read the label. */
const PATHS: Record<Category, string> = {
  makanan: 'M4 11h16a8 8 0 0 1-16 0zM7 8q-1-2 .5-4M12 8q-1-2 .5-4M17 8q-1-2 .5-4M8 21h8',
  minuman: 'M5 9h11v6a5 5 0 0 1-5 5H10a5 5 0 0 1-5-5zM16 11h2a2 2 0 0 1 0 5h-2M8 6q-1-1 0-3M12 6q-1-1 0-3',
  'hasil-tani': 'M12 21V9M12 13q-5 0-5-5 5 0 5 5zM12 13q5 0 5-5-5 0-5 5zM12 9q-3-3 0-6 3 3 0 6zM5 21h14',
  kerajinan: 'M4 10h16l-2 10H6zM8 10a4 4 0 0 1 8 0M5 15h14M9 10l1 10M15 10l-1 10',
  batik: 'M4 4h16v16H4zM12 4c4 4 4 12 0 16c-4-4-4-12 0-16zM4 12c4-4 12-4 16 0c-4 4-12 4-16 0z',
  rempah: 'M5 20C5 10 10 4 20 4c0 10-6 15-14 15M5 20c2-6 5-9 9-11',
  ternak: 'M3 12c4-6 10-6 14 0c-4 6-10 6-14 0zM17 12l4-4v8zM7.5 11v.5M11 9q2 3 0 6',
  jasa: 'M14 6a4 4 0 0 0-5 5l-6 6 3 3 6-6a4 4 0 0 0 5-5l-2.5 2.5-3-.5-.5-3z',
  lainnya: 'M4 8l8-4 8 4v9l-8 4-8-4zM4 8l8 4 8-4M12 12v9',
};

export function CategoryIcon({ category }: { category: Category }) {
  return (
    <svg viewBox="0 0 24 24" width="26" height="26" aria-hidden="true">
      <path d={PATHS[category]} />
    </svg>
  );
}
