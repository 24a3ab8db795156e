import type { Draft, DraftForm } from '#utils/model/draft.ts';
import type { MakerView } from '#utils/model/maker.ts';
import { isSameMaker, makerIn } from './names.ts';

/** The line of the address book that a form's maker has. */
export function makerInBook(form: DraftForm, book: readonly MakerView[]): MakerView | undefined {
  const named = makerIn(form);
  return named === null ? undefined : book.find((maker) => isSameMaker(maker, named));
}

/** The form with the consent that stands for its maker already. */
export function withConsent(form: DraftForm, book: readonly MakerView[]): DraftForm {
  return makerInBook(form, book)?.consent === 'given' ? { ...form, consent: true } : form;
}

/** Who sells it where the form names nobody: the village, if it has said its own name and number. */
export function sellerOf(form: DraftForm, book: readonly MakerView[]): MakerView | undefined {
  const isEmpty = form.producerName.trim() === '' && form.producerPhone.trim() === '';
  return isEmpty ? book.find(({ isVillage, consent }) => isVillage && consent === 'given') : undefined;
}

/** The form as it is published: with the consent that stands, and in the village's name where it names nobody. */
export function asPublished(form: DraftForm, book: readonly MakerView[]): DraftForm {
  const seller = sellerOf(form, book);
  if (seller === undefined) return withConsent(form, book);
  return { ...form, producerName: seller.name, producerPhone: seller.phone, consent: true };
}

/** The draft without a tick of before its maker withdrew. */
export function withoutWithdrawn<D extends Pick<Draft, 'form'>>(draft: D, book: readonly MakerView[]): D {
  const { form } = draft;
  return form.consent && makerInBook(form, book)?.consent === 'withdrawn'
    ? { ...draft, form: { ...form, consent: false } }
    : draft;
}

/** A tick was of the maker who stood there then: with another name or number it is asked for again. */
export function withoutOthersTick(before: Draft, now: Draft): Draft {
  if (!before.form.consent || !now.form.consent) return now;
  const [was, is] = [makerIn(before.form), makerIn(now.form)];
  if (was === null ? is === null : is !== null && isSameMaker(was, is)) return now;
  return { ...now, form: { ...now.form, consent: false } };
}
