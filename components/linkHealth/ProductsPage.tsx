import { useState } from 'preact/hooks';
import { asAppError, useBackground } from '#components/background/context.ts';
import { errorText } from '#components/background/errorText.ts';
import { Button } from '#components/ui/Button.tsx';
import { bare } from '#components/ui/bare.ts';
import { t } from '#utils/i18n/t.ts';
import type { Output } from '#utils/messages.ts';

const SENTENCES = { made: 'page_made', there: 'page_there', pending: 'page_pending' } as const;

/** The button that makes the page of all products on the village's own site, or finds it. */
export function ProductsPage({ siteUrl }: { siteUrl: string }) {
  const { send } = useBackground();
  const [page, setPage] = useState<Output<'site/productsPage'> | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const site = bare(siteUrl);
  const make = async () => {
    setBusy(true);
    setProblem(null);
    try {
      setPage(await send('site/productsPage', { siteUrl }));
    } catch (error) {
      setProblem(errorText(asAppError(error)));
    }
    setBusy(false);
  };
  return (
    <section class="products-page" aria-live="polite">
      {page === null ? (
        <>
          <Button busy={busy} onClick={() => void make()}>
            {t('page_make')}
          </Button>
          <p class="soft">{t('page_hint', site)}</p>
        </>
      ) : (
        <div class="row wrap">
          <span>{t(SENTENCES[page.state], site)}</span>
          <a class="btn" href={page.url} target="_blank" rel="noreferrer">
            {t('page_open')}
          </a>
        </div>
      )}
      {problem !== null && (
        <p class="bad" role="alert">
          {problem}
        </p>
      )}
    </section>
  );
}
