import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { Button } from '#components/ui/Button.tsx';
import { t } from '#utils/i18n/t.ts';

/** What each browser calls it; neither is in the types that both share. */
interface Beside {
  chrome?: { sidePanel?: { open(at: { windowId: number }): Promise<void> } };
  browser?: { sidebarAction?: { open(): Promise<void> } };
}
const { chrome: { sidePanel } = {}, browser: { sidebarAction } = {} } = globalThis as Beside;

/** Opens the panel beside the page, where the browser has room for one (no phone has). */
export function BesideButton() {
  const [windowId, setWindowId] = useState<number | null>(null);
  useEffect(() => void browser.windows?.getCurrent().then(({ id }) => setWindowId(id ?? null)), []);
  if ((sidePanel === undefined && sidebarAction === undefined) || windowId === null) return null;
  const open = async () => {
    // The browsers open it only inside the click itself: nothing may be awaited before.
    await (sidePanel === undefined ? sidebarAction?.open() : sidePanel.open({ windowId }));
    window.close();
  };
  return (
    <Button look="quiet" onClick={() => void open()}>
      {t('status_beside')}
    </Button>
  );
}
