import type { ButtonHTMLAttributes } from 'preact';

type Look = 'plain' | 'primary' | 'quiet' | 'danger';

interface Props extends Omit<ButtonHTMLAttributes, 'class' | 'type'> {
  look?: Look;
  type?: 'button' | 'submit';
  /** Shows that the action is under way; a second press does nothing. */
  busy?: boolean;
  class?: string;
}

/** A button of at least 44 px. While `busy` it stays focusable, so that a keyboard user does not lose the focus. */
export function Button({ look = 'plain', type = 'button', busy = false, class: more, onClick, ...rest }: Props) {
  const classes = ['btn', look !== 'plain' && `btn-${look}`, busy && 'btn-busy', more].filter(Boolean).join(' ');
  return (
    <button {...rest} type={type} class={classes} aria-busy={busy || undefined} onClick={busy ? undefined : onClick} />
  );
}
