import type { Elsewhere } from '#marketplace/inquiries/elsewhere.ts';
import type { StoredEvent } from '#marketplace/inquiries/store/events.ts';
import type { Thread } from '#marketplace/inquiries/thread.ts';
import type { ListingCard } from '#marketplace/listings/public.ts';
import type { Telling as NoticeTelling } from '#marketplace/notify/telling.ts';
import type { View } from '#marketplace/web/view.ts';
import type { ThreadWords } from '#marketplace/words/index.ts';

/** What a buyer can do on the private page; each is a form of its own, posted to `/tanya/<secret>/<name>`. */
export type FormName =
  | 'pesan'
  | 'tawar'
  | 'setuju'
  | 'tolak'
  | 'tarik'
  | 'lapor'
  | 'wa'
  | 'unduh'
  | 'ganti-tautan'
  | 'matikan-tautan'
  | 'hapus'
  | 'surel'
  | 'surel-hapus'
  | 'kabar'
  | 'kabar-hapus';

/** A form of the private page that was refused: the codes that say why, and what the buyer had typed in it. */
export interface Refused {
  form: FormName;
  codes: string[];
  typed: { text: string; price: string; quantity: string; email: string };
}

/** How the buyer is told of answers: an address needs no confirming, because the buyer is here. */
export type Telling = Omit<NoticeTelling, 'mail'> & {
  mail: Omit<NonNullable<NoticeTelling['mail']>, 'confirmed'> | null;
};

/** Everything that the private page shows, as plain data; it holds no full phone number. */
export interface ThreadModel {
  view: View;
  t: ThreadWords;
  secret: string;
  thread: Thread;
  events: StoredEvent[];
  listing: ListingCard;
  isLive: boolean;
  buyer: { name: string | null; phoneMasked: string | null; since: Date };
  telling: Telling;
  retentionDays: number;
  /** The same product in other villages, when an operator has it shown to a buyer who is left waiting. */
  elsewhere: Elsewhere | null;
  /** Makes a new id for each form, so that pressing twice counts once. */
  newId: () => string;
  refused: Refused | null;
}

/**
 * Which side an event is shown under. An automatic answer follows the village's own rule, so the buyer sees it as the
 * village's.
 */
export const side = (event: Pick<StoredEvent, 'by' | 'kind'>): 'buyer' | 'village' | 'system' =>
  event.by === 'system' && (event.kind === 'accepted' || event.kind === 'declined') ? 'village' : event.by;
