import { browser } from 'wxt/browser';
import { useQuery } from '#components/background/context.ts';
import { Button } from '#components/ui/Button.tsx';
import { Notice } from '#components/ui/Notice.tsx';
import { t } from '#utils/i18n/t.ts';

/**
 * Says in the popup that this version cannot read some rows, and leads to them. The line disappears once the person has
 * copied or saved them.
 */
export function AsideLine() {
  const { value } = useQuery('aside/count', {}, ['aside']);
  if (value === null || value.unsaved === 0) return null;
  return (
    <div class="aside-line">
      <Notice
        look="warn"
        actions={<Button onClick={() => void browser.runtime.openOptionsPage()}>{t('aside_look')}</Button>}
      >
        {t('aside_count', value.unsaved)} {t('aside_kept')}
      </Notice>
    </div>
  );
}
