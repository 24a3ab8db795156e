import { browser } from 'wxt/browser';
import type { WordKey } from '#utils/i18n/keys.ts';
import { t } from '#utils/i18n/t.ts';

export const TABS = ['inbox', 'listings', 'deals'] as const;
export type TabName = (typeof TABS)[number];

export const TAB_WORDS: Record<TabName, WordKey> = { inbox: 'tab_inbox', listings: 'tab_listings', deals: 'tab_deals' };

interface Props {
  tab: TabName;
  onTab: (tab: TabName) => void;
  /** How many threads or products want something from the village; null or 0 shows no number. */
  counts: Record<TabName, number | null>;
}

/** Messages, products, sales, and the way to the settings. */
export function Tabs({ tab, onTab, counts }: Props) {
  return (
    <nav class="tabs">
      {TABS.map((name) => (
        <button
          key={name}
          type="button"
          class="tab"
          aria-current={name === tab ? 'page' : undefined}
          onClick={() => onTab(name)}
        >
          {t(TAB_WORDS[name])}
          {counts[name] ? <b class="count">{counts[name]}</b> : null}
        </button>
      ))}
      <button
        type="button"
        class="tab tab-gear"
        aria-label={t('tab_options')}
        title={t('tab_options')}
        onClick={() => void browser.runtime.openOptionsPage()}
      >
        ⚙
      </button>
    </nav>
  );
}
