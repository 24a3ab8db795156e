import type { Saved } from '#components/draft/draftStore.ts';
import type { WordKey } from '#utils/i18n/keys.ts';
import { t } from '#utils/i18n/t.ts';

export type Tab = 'form' | 'preview';

const SAVED: Record<Saved, WordKey> = { saved: 'panel_saved', saving: 'panel_saving', failing: 'panel_not_saved' };

interface Props {
  /** Null while there is nothing to save. */
  saved: Saved | null;
  tab: Tab;
  onTab: (tab: Tab) => void;
}

/** The saved state in small type and, where the panel is narrow, the switch between form and preview. */
export function FormHead({ saved, tab, onTab }: Props) {
  return (
    <>
      <span class={`saved saved-${saved}`} role={saved === 'failing' ? 'alert' : undefined}>
        {saved && t(SAVED[saved])}
      </span>
      <div class="tabs">
        {(['form', 'preview'] as const).map((name) => (
          <button key={name} type="button" aria-pressed={tab === name} onClick={() => onTab(name)}>
            {t(name === 'form' ? 'panel_tab_form' : 'panel_tab_preview')}
          </button>
        ))}
      </div>
    </>
  );
}
