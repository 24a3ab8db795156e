import { link, type View } from '#marketplace/web/view.ts';
import { PLACE } from '#marketplace/words/index.ts';

/** Where villages are listed by distance. */
export const NEAR = '/dekat';

/**
 * The button that asks the browser where it is. It is hidden until its script finds that it can work, so nobody presses
 * in vain; without it there are the kecamatan below.
 */
export function AskPosition({ view, hasScript }: { view: View; hasScript: boolean }) {
  const t = PLACE[view.locale];
  return (
    <>
      <form
        class="near-me card"
        id="posisi"
        method="post"
        action={link(view, NEAR)}
        hidden
        data-wait={t('nearWait')}
        data-denied={t('nearDenied')}
        data-unavailable={t('nearUnavailable')}
        data-timeout={t('nearTimeout')}
      >
        <input type="hidden" name="lat" />
        <input type="hidden" name="lng" />
        <button class="btn btn-primary" type="button">
          {t('nearUse')}
        </button>
        <p class="hint">{t('nearHow')}</p>
        <p role="status" />
      </form>
      {hasScript && <script src="/dekat.js" defer />}
    </>
  );
}
