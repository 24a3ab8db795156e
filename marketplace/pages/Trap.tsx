import type { View } from '#marketplace/web/view.ts';

/** A field that nobody sees: whoever fills it is asked to press once more. */
export function Trap({ view }: { view: View }) {
  return (
    <p class="trap" aria-hidden="true">
      <label>
        {view.t('trap')}
        <input name="website" tabIndex={-1} autocomplete="off" />
      </label>
    </p>
  );
}
