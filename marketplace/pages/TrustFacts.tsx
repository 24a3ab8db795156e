import { durationText } from '#contract/format.ts';
import { SOLD_MOST } from '#marketplace/inquiries/sold.ts';
import type { View } from '#marketplace/web/view.ts';
import { PRODUCT } from '#marketplace/words/index.ts';
import type { Trust } from './trust.ts';

/** How fast the village answers, and how often this product was sold, with what that counts; nothing that is not known. */
export function TrustFacts({ view, trust }: { view: View; trust: Trust }) {
  const { medianAnswer, sold } = trust;
  const t = PRODUCT[view.locale];
  return (
    <>
      {medianAnswer !== null && (
        <p class="answers-within">{view.t('answersWithin', durationText(medianAnswer, view.locale))}</p>
      )}
      {sold !== null && (
        <details class="why">
          <summary>
            {t(sold < SOLD_MOST ? 'sold' : 'soldMany', sold)}
            <u>{view.t('whatIsThis')}</u>
          </summary>
          <p>{t('soldRule')}</p>
        </details>
      )}
    </>
  );
}
