import type { DrivenPage } from '#contract';
import { isSeen, tidy } from './liveForm.ts';

const BUTTONS = 'button, input[type=submit], input[type=button], input[type=image], [role=button]';
const TEXT_MAX = 80;

/** The button that a press means; null for a press on anything else. */
export const buttonAt = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>(BUTTONS) : null;

/** What a button says to a person, and whether it sends the form that it stands in. */
export function saidBy(button: HTMLElement): DrivenPage['button'] {
  const own = button instanceof HTMLInputElement ? button.value || button.alt : button.textContent;
  const text = tidy(own || button.getAttribute('aria-label') || button.title, TEXT_MAX);
  const isSubmit =
    button instanceof HTMLInputElement ? ['submit', 'image'].includes(button.type) : isSubmitButton(button);
  return { text, isSubmit };
}

const isSubmitButton = (button: HTMLElement): boolean =>
  button instanceof HTMLButtonElement && button.type === 'submit' && button.form !== null;

/** The buttons in sight that are the shown one, by what they say. */
export function buttonsOf(root: HTMLElement, shown: DrivenPage['button']): HTMLElement[] {
  const own = [...root.querySelectorAll<HTMLElement>(BUTTONS)];
  // A button may stand outside its form and name it.
  const named = root instanceof HTMLFormElement ? [...root.elements].filter((one) => one.matches(BUTTONS)) : [];
  return [...new Set([...own, ...(named as HTMLElement[])])].filter((button) => {
    const said = saidBy(button);
    return said.text === shown.text && said.isSubmit === shown.isSubmit && isSeen(button);
  });
}

export const isUsable = (button: HTMLElement): boolean =>
  !button.matches(':disabled, [aria-disabled=true], [aria-busy=true]');
