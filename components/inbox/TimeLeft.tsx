import { durationText } from '#contract/format.ts';
import { HOUR } from '#contract/time.ts';
import { locale, t } from '#utils/i18n/t.ts';

/** Time left to answer, as a chip that gets redder. `now` and `until` in ms since the epoch. */
export function TimeLeft({ until, now }: { until: number; now: number }) {
  const left = until - now;
  if (left <= 0) return <span class="chip chip-bad">{t('time_over')}</span>;
  const look = left < 6 * HOUR ? ' chip-bad' : left < 24 * HOUR ? ' chip-warn' : '';
  return <span class={`chip${look}`}>{t('time_left', durationText(left, locale()))}</span>;
}
