import { reachOf } from '#marketplace/practice/reach.ts';
import type { View } from '#marketplace/web/view.ts';
import { PRACTICE } from '#marketplace/words/index.ts';

/** Says before anybody tries that laptops will not connect; nothing where they will. */
export function ReachNotice({ view }: { view: View }) {
  const reach = reachOf(view.baseUrl);
  if (reach === 'everywhere') return null;
  return (
    <p class="notice notice-bad" role="alert">
      {PRACTICE[view.locale](`${reach}Notice`, view.baseUrl)}
    </p>
  );
}
