import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { panelKeys } from '#components/background/commands.tsx';
import { KeySheet } from '#components/background/KeySheet.tsx';
import { PracticeBanner } from '#components/villages/PracticeBanner.tsx';
import { t } from '#utils/i18n/t.ts';
import { closePanel } from './closePanel.ts';
import { GoneNotice } from './GoneNotice.tsx';

interface Props {
  title: ComponentChildren;
  /** Stands beside the title: the saved state, the tabs. */
  head?: ComponentChildren;
  foot?: ComponentChildren;
  children: ComponentChildren;
}

/**
 * The panel's window: title, close button, the content, and at the bottom the main button, always in sight. Its title
 * takes the focus where the view before it took the focused button away, so that a reader hears what came and Tab goes on.
 */
export function PanelFrame({ title, head, foot, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus();
  }, []);
  useEffect(() => {
    const close = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
      event.preventDefault();
      closePanel();
    };
    document.addEventListener('keydown', close);
    return () => document.removeEventListener('keydown', close);
  }, []);
  return (
    <div class="frame">
      <header class="frame-head">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        <div class="frame-tools">{head}</div>
        <button
          type="button"
          class="frame-close"
          aria-label={t('panel_close')}
          title={t('panel_close')}
          onClick={closePanel}
        >
          ×
        </button>
      </header>
      <PracticeBanner />
      <GoneNotice />
      {children}
      <KeySheet keys={panelKeys} />
      {foot && <footer class="frame-foot">{foot}</footer>}
    </div>
  );
}
