import { useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { asAppError, useBackground, useQuery } from '#components/background/context.ts';
import { errorText } from '#components/background/errorText.ts';
import { requestOrigin } from '#components/background/permission.ts';
import { Button } from '#components/ui/Button.tsx';
import { bare } from '#components/ui/bare.ts';
import { readEarly } from '#utils/early/early.ts';
import type { WordKey } from '#utils/i18n/keys.ts';
import { t } from '#utils/i18n/t.ts';
import type { TabStatus } from '#utils/model/views.ts';
import { BesideButton } from './BesideButton.tsx';

type Cannot = Extract<TabStatus, { state: 'cannot' }>['why'];

const CANNOT: Record<Cannot, WordKey> = {
  browser_page: 'status_browser_page',
  store: 'status_store',
  file: 'status_file',
  own_page: 'status_own_page',
  none: 'status_none',
};

/** What the page under the popup is to us, and what to do about it; with `brief` only the one thing. */
export function TabStatusLine({ brief = false }: { brief?: boolean }) {
  const { send } = useBackground();
  const { value: status, again } = useQuery('tab/status', {}, ['sites']);
  const [last] = useState(() => readEarly(browser.runtime.getManifest().version)?.status);
  const [problem, setProblem] = useState<string | null>(null);

  const openPanel = async (tabId: number) => {
    try {
      const { opened } = await send('tab/openPanel', { tabId });
      if (opened) window.close();
      else setProblem(t('status_not_opened'));
    } catch (error) {
      setProblem(errorText(asAppError(error)));
    }
  };
  const take = async (tabId: number) => {
    try {
      await send('page/take', { tabId });
      window.close();
    } catch (error) {
      setProblem(errorText(asAppError(error)));
    }
  };
  const enable = async (origin: string) => {
    try {
      // The browser only asks inside the click itself: nothing may be awaited before this line.
      if (!(await requestOrigin(origin))) return setProblem(t('status_refused'));
      await send('site/enabled', { origin });
      setProblem(null);
      again();
    } catch (error) {
      setProblem(errorText(asAppError(error)));
    }
  };

  // As high as what was said last: the rows below are where they will stay.
  if (status === null) return <div class="status status-loading" style={{ minHeight: last }} />;
  return (
    <div class="status">
      {status.state === 'ready' && (
        <Button look="primary" class="wide" onClick={() => void openPanel(status.tabId)}>
          {status.village === null
            ? t('status_sell_at', status.name ?? bare(status.siteUrl))
            : t('status_sell', status.village)}
        </Button>
      )}
      {status.state === 'can_enable' && (
        <>
          <Button look="primary" class="wide" onClick={() => void enable(status.origin)}>
            {t('status_enable')}
          </Button>
          <p class="soft">{t('status_enable_hint', bare(status.origin))}</p>
          {!brief && (
            <Button class="wide" onClick={() => void take(status.tabId)}>
              {t('status_take')}
            </Button>
          )}
        </>
      )}
      {status.state === 'enabled_not_admin' && (
        <>
          <p>{t(status.admin === null ? 'status_not_admin' : 'status_not_here', bare(status.origin))}</p>
          {status.admin !== null && (
            <a class="btn btn-primary wide" href={status.admin} target="_blank" rel="noreferrer">
              {t('status_open_admin', bare(status.admin))}
            </a>
          )}
        </>
      )}
      {status.state === 'cannot' && <p class="soft">{t(CANNOT[status.why])}</p>}
      {!brief && <BesideButton />}
      {problem !== null && (
        <p class="bad" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
