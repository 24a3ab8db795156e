import { renderPage } from '#marketplace/web/document.tsx';
import { link, type View } from '#marketplace/web/view.ts';
import type { TitipData } from './TitipPage.tsx';

/** Says that it has come in, what happens next, and leads to the next one. */
export function renderTitipDone(view: View, { village, path }: Pick<TitipData, 'village' | 'path'>): string {
  const { t } = view;
  const title = t('titipDoneTitle', village.name);
  return renderPage(
    view,
    { title, canonical: null, hideSearch: true },
    <section class="message">
      <h1>{title}</h1>
      <p>{t('titipDoneText')}</p>
      <a class="btn btn-primary" href={link(view, path)}>
        {t('titipAgain')}
      </a>
    </section>,
  );
}
