import type { View } from '#marketplace/web/view.ts';
import { GROUP } from '#marketplace/words/index.ts';
import type { SentPart } from './model.ts';

/** What became of a press that did not reach every village: where it was sent, where not, and why. */
export function PartlySent({ view, part }: { view: View; part: SentPart }) {
  const t = GROUP[view.locale];
  const none = part.path !== null && !part.canAgain ? t('resultOld') : t('resultNone');
  return (
    <div class="notice notice-warn" role="alert">
      <b>{part.sent.length === 0 ? none : t('resultTitle', part.sent.length)}</b>
      {part.path !== null && (
        <>
          {part.sent.length > 0 && <p>{t('resultSent', part.sent.join(', '))}</p>}
          <p>
            <a class="btn" href={part.path}>
              {t('resultOpen')}
            </a>
          </p>
          <p>{t('resultKeep')}</p>
        </>
      )}
      {part.unsent.length > 0 && <p>{t('resultNot')}</p>}
      <ul>
        {part.unsent.map(({ village, why }) => (
          <li key={village}>
            <b>{village}</b>: {why}
          </li>
        ))}
      </ul>
      {part.canAgain && <p>{t('resultAgain')}</p>}
    </div>
  );
}
