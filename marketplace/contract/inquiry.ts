import * as z from 'zod/mini';
import { Id, PhotoHash, Timestamp, WebUrl } from './ids.ts';
import { PackSize, Price, Unit } from './listing.ts';
import { line, text } from './text.ts';

/**
 * open → offered → countered → deal → fulfilled | cancelled, or declined | withdrawn | expired.
 * `open` is a question without a bargain; a declined, withdrawn or expired bargain may be opened again by a new offer.
 */
export const INQUIRY_STATES = [
  'open',
  'offered',
  'countered',
  'deal',
  'fulfilled',
  'cancelled',
  'declined',
  'withdrawn',
  'expired',
] as const;
export const InquiryState = z.enum(INQUIRY_STATES);
export type InquiryState = z.infer<typeof InquiryState>;

export const Quantity = z
  .int('quantity_malformed')
  .check(z.minimum(1, 'quantity_malformed'), z.maximum(100_000, 'quantity_malformed'));

/** An offer is always both: whole rupiah per unit, and how many units. */
export const Terms = z.object({ price: Price, quantity: Quantity });
export type Terms = z.infer<typeof Terms>;

/** One entry of the append-only history. */
export const InquiryEvent = z.object({
  id: Id,
  seq: z.int(),
  at: Timestamp,
  by: z.enum(['buyer', 'village', 'system']),
  kind: z.enum([
    'asked',
    'said',
    'offered',
    'countered',
    'accepted',
    'declined',
    'withdrawn',
    'expired',
    'reminded',
    'fulfilled',
    'cancelled',
    'held',
    'reported',
    'erased',
  ]),
  text: z.nullable(z.string()),
  terms: z.nullable(Terms),
});
export type InquiryEvent = z.infer<typeof InquiryEvent>;

/** A thread as the village sees it. The buyer's number is masked; `GET /v1/inquiries/:id/phone` reveals it, counted. */
export const Inquiry = z.object({
  id: Id,
  listing: z.object({
    id: Id,
    name: z.string(),
    price: z.int(),
    unit: Unit,
    unitWord: z.optional(z.nullable(z.string())),
    photo: z.nullable(PhotoHash),
    url: WebUrl,
  }),
  buyer: z.object({ name: z.nullable(z.string()), phoneMasked: z.nullable(z.string()) }),
  state: InquiryState,
  /** The offer on the table or the terms agreed. */
  terms: z.nullable(Terms),
  /** When the open offer expires (48 h after it was made). */
  expiresAt: z.nullable(Timestamp),
  /** Offers the buyer may still make on this product (3 in all). */
  offersLeft: z.int(),
  /** The village has something to answer. */
  unanswered: z.boolean(),
  /**
   * Held for review or reported: the popup shows it under "spam". When `unanswered` is also true, the service held it
   * only because very many questions came; it then still waits for an answer.
   */
  flagged: z.boolean(),
  /** How many other villages the buyer asked with the same form; absent for none. Which, nobody is told. */
  askedElsewhere: z.optional(z.int()),
  events: z.array(InquiryEvent),
  createdAt: Timestamp,
  updatedAt: Timestamp,
});
export type Inquiry = z.infer<typeof Inquiry>;

/**
 * `cursor` is opaque; the client sends it with the next request. When nothing is new, the list is empty and the cursor
 * is the same.
 */
export const InquiryPage = z.object({ inquiries: z.array(Inquiry), cursor: z.string(), more: z.boolean() });
export type InquiryPage = z.infer<typeof InquiryPage>;

const Words = text('message', { max: 2000 });
/**
 * What a village does in a thread. `seen` is the seq of the last event that the village had seen; the server refuses
 * the message when the state has changed since.
 */
export const VillageMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('reply'), text: text('message', { min: 1, max: 2000 }) }),
  z.object({ kind: z.literal('counter'), terms: Terms, text: Words, seen: z.int() }),
  z.object({ kind: z.literal('accept'), text: Words, seen: z.int() }),
  z.object({ kind: z.literal('decline'), text: Words, seen: z.int() }),
  z.object({ kind: z.literal('fulfil'), text: Words, seen: z.int() }),
  z.object({ kind: z.literal('cancel'), text: Words, seen: z.int() }),
  z.object({ kind: z.literal('report'), text: Words }),
]);
export type VillageMessage = z.infer<typeof VillageMessage>;

/** A name with nothing to see is none. */
const BuyerName = z.pipe(
  line('buyer_name', { max: 60 }),
  z.transform((name) => (name === '' ? null : name)),
);

/**
 * An e-mail address as it goes into a mail's header and to a mail server: nothing in it can be read as more than one
 * address, as a name or as a line of its own.
 */
export const EmailAddress = z.string().check(
  z.maxLength(254, 'email_malformed'),
  z.regex(
    /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*@(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z](?:[a-z\d-]{0,61}[a-z\d])$/i,
    'email_malformed',
  ),
  z.refine((address) => address.indexOf('@') <= 64, 'email_malformed'),
);

/** What the buyer's form sends to open a thread: a question, an offer, or both. */
export const BuyerInquiry = z
  .object({
    text: Words,
    terms: z.nullable(Terms),
    name: z.nullable(BuyerName),
    phone: z.nullable(z.string().check(z.regex(/^\+628[1-35-9]\d{7,10}$/, 'phone_malformed'))),
    /** Where the buyer wants to be told of an answer. Never shown to the village. */
    email: z.optional(z.nullable(EmailAddress)),
    consent: z.literal(true, 'consent_missing'),
  })
  .check(z.refine((i) => i.text.length > 0 || i.terms !== null, { error: 'message_missing', path: ['text'] }));
export type BuyerInquiry = z.infer<typeof BuyerInquiry>;

/** One line of `GET /v1/events` (server-sent): something of this village changed; ask for it. */
export const LiveEvent = z.object({ kind: z.enum(['inquiry', 'listing', 'village']), id: Id });
export type LiveEvent = z.infer<typeof LiveEvent>;

/**
 * The buyer's number, or null when the buyer gave none. The server counts and records each time that a device asks for
 * it.
 */
export const BuyerPhone = z.object({ phone: z.nullable(z.string()) });

/** The month it was in Java (WIB), e.g. `2026-03`. */
export const Month = z.string().check(z.regex(/^20\d\d-(0[1-9]|1[0-2])$/, 'month_malformed'));

/** Agreed terms, with the product as it was called and priced then. */
export const Deal = z.object({
  inquiryId: Id,
  listing: z.object({ id: Id, name: z.string(), unit: Unit, unitWord: z.optional(z.nullable(z.string())) }),
  buyer: z.object({ name: z.nullable(z.string()), phoneMasked: z.nullable(z.string()) }),
  state: z.enum(['deal', 'fulfilled', 'cancelled']),
  terms: Terms,
  /** Whole rupiah. */
  total: z.int(),
  agreedAt: Timestamp,
});
export type Deal = z.infer<typeof Deal>;

/** Sums of one month; `total` is whole rupiah of all that was not cancelled, `fulfilledTotal` of what was handed over. */
export const DealMonth = z.object({
  month: Month,
  count: z.int(),
  cancelled: z.int(),
  total: z.int(),
  fulfilledTotal: z.int(),
});
export type DealMonth = z.infer<typeof DealMonth>;

export const DealPage = z.object({ month: Month, deals: z.array(Deal), months: z.array(DealMonth) });
export type DealPage = z.infer<typeof DealPage>;

/** What is printed: "sepakat, belum bayar". No phone numbers. */
export const Receipt = z.object({
  /** Short and pronounceable over the phone; not a key to anything. */
  number: z.string(),
  state: Deal.shape.state,
  village: z.object({
    name: z.string(),
    district: z.nullable(z.string()),
    regency: z.nullable(z.string()),
    siteUrl: WebUrl,
  }),
  producerName: z.string(),
  buyerName: z.nullable(z.string()),
  product: z.object({
    name: z.string(),
    unit: Unit,
    unitWord: z.optional(z.nullable(z.string())),
    packSize: z.nullable(PackSize),
    url: WebUrl,
  }),
  terms: Terms,
  total: z.int(),
  agreedAt: Timestamp,
});
export type Receipt = z.infer<typeof Receipt>;

/** The number on a receipt, the same on the buyer's paper and the village's: the start of the inquiry's id. */
export function receiptNumber(inquiryId: Id): string {
  return `${inquiryId.slice(0, 4)}-${inquiryId.slice(4, 8)}`.toUpperCase();
}
