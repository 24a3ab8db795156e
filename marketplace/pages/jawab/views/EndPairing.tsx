import { Sure } from '#marketplace/pages/thread/views/ThreadForm.tsx';
import { link, type View } from '#marketplace/web/view.ts';
import type { JawabWords } from '#marketplace/words/index.ts';

/** For a phone that changes hands. */
export function EndPairing({ view, j }: { view: View; j: JawabWords }) {
  return (
    <details class="card pad more">
      <summary>{j('phone')}</summary>
      <form method="post" action={link(view, '/jawab/keluar')} class="stack">
        <p class="hint">{j('endText')}</p>
        <Sure label={j('endSure')} />
        <button class="btn btn-danger" type="submit">
          {j('endPress')}
        </button>
      </form>
    </details>
  );
}
