import { useEffect, useState } from 'preact/hooks';
import { Notice } from '#components/ui/Notice.tsx';
import { t } from '#utils/i18n/t.ts';
import { isGone } from '#utils/runtime/gone.ts';

/** How often (ms) it is looked at. The browser tells nobody, and a person who types is told before much is typed. */
const LOOK_EVERY = 1000;

/** Says that the extension is gone under the panel: what is safe, what is only on the screen, and the way back. */
export function GoneNotice() {
  const [gone, setGone] = useState(false);
  useEffect(() => {
    const timer = setInterval(() => setGone(isGone()), LOOK_EVERY);
    return () => clearInterval(timer);
  }, []);
  if (!gone) return null;
  return (
    <Notice look="bad" title={t('panel_gone_title')}>
      {t('panel_gone')}
    </Notice>
  );
}
