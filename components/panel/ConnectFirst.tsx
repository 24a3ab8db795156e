import { browser } from 'wxt/browser';
import { Button } from '#components/ui/Button.tsx';
import { Notice } from '#components/ui/Notice.tsx';
import { t } from '#utils/i18n/t.ts';

/**
 * Shown before the first connection: where the invite link goes, and that the person can fill in the form without it.
 */
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
