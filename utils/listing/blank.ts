import type { Draft } from '#utils/model/draft.ts';

/** True for a draft in which nothing has been typed: it is not worth showing. */
export function isBlank({ form, photos }: Pick<Draft, 'form' | 'photos'>): boolean {
  return photos.length === 0 && [form.name, form.price, form.description].every((typed) => typed.trim() === '');
}

/**
 * True for a blank draft of a new product. A blank draft of an existing listing does not count: the person emptied it.
 */
export function isBlankAndNew(draft: Pick<Draft, 'form' | 'photos' | 'baseRev'>): boolean {
  return draft.baseRev === 0 && isBlank(draft);
}
