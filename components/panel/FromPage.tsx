import { Button } from '#components/ui/Button.tsx';
import { Notice } from '#components/ui/Notice.tsx';
import { cut } from '#contract/cut.ts';
import { t } from '#utils/i18n/t.ts';
import type { TakenPicture } from '#utils/model/source.ts';
import type { SourceView } from './useSource.ts';

const PROBLEMS = {
  page_gone: 'source_page_gone',
  no_picture: 'source_no_picture',
  none_here: 'source_none_here',
} as const;

/** What came from the page that this window was opened for, where there is something to say or to choose. */
export function FromPage({ source }: { source: SourceView }) {
  const { isReading, isCut, problem, isScreen, pictures } = source;
  if (isReading) return <p class="soft">{t('source_reading')}</p>;
  const said = isCut ? 'source_cut' : problem !== null ? PROBLEMS[problem] : isScreen ? 'source_screen' : null;
  return (
    <>
      {said !== null && <Notice look="warn">{t(said)}</Notice>}
      {pictures.length > 0 && (
        <section class="from-page">
          <h2>{t('source_choose')}</h2>
          <p class="soft">{t('source_choose_hint')}</p>
          <ul>
            {pictures.map((picture) => (
              <li key={picture.base64.slice(-80)}>
                <button type="button" aria-label={labelOf(picture)} onClick={() => source.use(picture)}>
                  <img src={`data:${picture.type};base64,${picture.base64}`} alt="" />
                  {picture.caption !== '' && <span class="soft">{cut(picture.caption, 60)}</span>}
                </button>
              </li>
            ))}
          </ul>
          <Button look="quiet" onClick={source.close}>
            {t('source_close')}
          </Button>
        </section>
      )}
    </>
  );
}

const labelOf = ({ caption }: TakenPicture): string =>
  caption === '' ? t('source_use') : t('source_use_words', cut(caption, 60));
