export const FIRST_ASK_ID = 'quick-ask';

/** Puts the focus on the first choice of the first question that is open. */
export function focusAsk(): void {
  const first = document.getElementById(FIRST_ASK_ID);
  first?.querySelector('button')?.focus();
  first?.scrollIntoView({ block: 'center' });
}
