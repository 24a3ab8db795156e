import { link, type View } from '#marketplace/web/view.ts';

/**
 * The two ways to the seller. On a phone they stay at the foot of the screen until the form itself comes into sight: they
 * end with the product's own words, so they can cover neither the form nor what is typed there.
 */
export function BuyBar({ view, path }: { view: View; path: string }) {
  const { t } = view;
  return (
    <div class="buy-bar no-print">
      <a class="btn btn-primary" href="#tanya">
        {t('askTitle')}
      </a>
      <form method="post" action={link(view, `${path}/wa`)}>
        <button class="btn" type="submit" aria-describedby="wa-hint">
          {t('whatsapp')}
        </button>
      </form>
      <p class="hint" id="wa-hint">
        {t('whatsappHint')}
      </p>
    </div>
  );
}
