import type { FilledForm } from '#utils/cms/form.ts';

const SAVE = '[type="submit"][name="op"]';

/** Puts the form's button into its data: a form that is sent without the button is not saved. */
export function press({ form, data }: Pick<FilledForm, 'form' | 'data'>): void {
  data.set('op', form.querySelector(SAVE)?.getAttribute('value') ?? 'Save');
}
