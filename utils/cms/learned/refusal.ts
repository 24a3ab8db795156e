import { actionOf, type Control, controlsOf, isFile } from './formShape.ts';

/**
 * Why a form is never learned: what is filled in there is nobody's article, or it goes where no article of this site can
 * go. The person is told which it was.
 */
export const LESSON_REFUSALS = [
  'other_site', // it is sent to another host
  'not_sent', // it asks for a page, or its address is a script's
  'secret', // it holds a password or a payment
  'other_file', // a file that is no picture was chosen in it
  'unseen', // nobody can see it
  'no_title', // no field of it holds a title
  'no_price', // no field of it holds the product's price: a business profile is nobody's product
  'too_many', // it has more fields and choices than a recipe holds
  'dead', // its fields have no names, so it sends nothing
  'storage', // its requests carry a key that the page keeps for itself: nothing is read out of a page's storage
  'everything', // it sends every article of the site at once, so replaying it would undo what others wrote
] as const;
export type LessonRefusal = (typeof LESSON_REFUSALS)[number];

/** Fields for cards and accounts, by what browsers fill in and by how forms name them. */
const PAYMENT = /^cc-|card.?(?:number|no)|nomor.?kartu|cvv|cvc|rekening.?pin/i;

/** Whether a control is for a password or a payment. */
export const isSecret = ({ type, name, autocomplete }: Control): boolean =>
  type === 'password' || PAYMENT.test(autocomplete) || PAYMENT.test(name);

/** Reads a form before anything of it is kept; null when it may be learned. `isSeen` says whether a person sees it. */
export function refusalOf(form: HTMLFormElement, page: URL, isSeen: boolean): LessonRefusal | null {
  const action = actionOf(form, page);
  const method = (form.getAttribute('method') ?? 'get').toLowerCase();
  if (action !== null && !/^https?:$/.test(action.protocol)) return 'not_sent';
  if (action === null || action.hostname !== page.hostname || action.port !== page.port) return 'other_site';
  if (method !== 'post') return 'not_sent';
  if (!isSeen) return 'unseen';
  const controls = controlsOf(form);
  if (controls.length === 0) return 'dead';
  if (controls.some(isSecret)) return 'secret';
  const files = controls.filter(isFile).flatMap((control) => [...((control as HTMLInputElement).files ?? [])]);
  return files.some(({ type }) => !type.startsWith('image/')) ? 'other_file' : null;
}
