import type { ComponentChildren } from 'preact';

interface Props {
  look?: 'plain' | 'warn' | 'bad';
  title?: ComponentChildren;
  children?: ComponentChildren;
  /** Buttons that say what can be done about it. */
  actions?: ComponentChildren;
  onClose?: () => void;
  closeLabel?: string;
}

/** A message that stays until it is dealt with. A screen reader reads a bad one at once, and others when it is idle. */
export function Notice({ look = 'plain', title, children, actions, onClose, closeLabel }: Props) {
  return (
    <div class={`notice ${look === 'plain' ? '' : `notice-${look}`}`} role={look === 'bad' ? 'alert' : 'status'}>
      <div class="notice-text">
        {title && <strong>{title}</strong>}
        {children && <div>{children}</div>}
      </div>
      {actions && <div class="notice-actions">{actions}</div>}
      {onClose && (
        <button type="button" class="notice-close" aria-label={closeLabel} onClick={onClose}>
          ×
        </button>
      )}
    </div>
  );
}
