import { browser } from 'wxt/browser';
import { Button } from '#components/ui/Button.tsx';
import { Notice } from '#components/ui/Notice.tsx';
import { t } from '#utils/i18n/t.ts';

/** The first time: where the invite link goes, and that nothing has to wait for it. */
export function ConnectFirst() {
  return (
    <Notice
      look="warn"
      title={t('panel_connect_title')}
      actions={
        <Button look="primary" onClick={() => void browser.runtime.openOptionsPage()}>
          {t('panel_connect')}
        </Button>
      }
    >
      {t('panel_connect_text')}
    </Notice>
  );
}
