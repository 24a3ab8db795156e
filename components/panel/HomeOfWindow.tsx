import { useEffect } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { useQuery } from '#components/background/context.ts';
import { Notice } from '#components/ui/Notice.tsx';
import { t } from '#utils/i18n/t.ts';

/** Says when the CMS tab that this window works for is gone or signed out. */
export function HomeOfWindow() {
  const { value: home, again } = useQuery('panel/home', {}, ['sites']);
  const tabId = home?.tabId ?? null;
  useEffect(() => {
    if (tabId === null) return;
    const look = (changed: number): void => {
      if (changed === tabId) again();
    };
    // A page may ask this of the browser itself, so the background need not be woken by every tab.
    browser.tabs.onRemoved.addListener(look);
    browser.tabs.onUpdated.addListener(look);
    return () => {
      browser.tabs.onRemoved.removeListener(look);
      browser.tabs.onUpdated.removeListener(look);
    };
  }, [tabId]);
  if (home === null || home.isThere) return null;
  return (
    <Notice look="warn" title={t('panel_home_gone_title')}>
      {t('panel_home_gone')}
    </Notice>
  );
}
