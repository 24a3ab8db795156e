import type { ColumnType, Generated } from 'kysely';
import type { InquiryEvent, InquiryState, PackSize, StoredLocale, Unit } from '#contract';

export type Party = InquiryEvent['by'];
/** `unproven` is stored only: `held` to everybody outside, but see `Thread.unproven`. */
export type EventKind = InquiryEvent['kind'] | 'unproven';

/** What was sold, as it was called and priced when it was agreed: a receipt must not change with the listing. */
export interface AgreedListing {
  name: string;
  unit: Unit;
  packSize: PackSize | null;
  listPrice: number;
  producerName: string;
}

export interface InquiryTables {
  /** A projection of `inquiry_events`, plus who the buyer is. */
  inquiries: {
    village_id: string;
    id: string;
    listing_id: string;
    /** Keyed hash of the form that opened it: the same form twice is the same thread. */
    opened_with: string;
    /** Of the private link; null when the buyer has shut it. */
    secret_hash: string | null;
    /** As 0.1.0 knows it; a column of its own would hold a newer one. */
    locale: StoredLocale;
    buyer_name: string | null;
    buyer_phone: string | null;
    /** Keyed hash of the number: counts offers per buyer and product, also after the number itself was erased. */
    phone_key: string | null;
    state: InquiryState;
    seq: number;
    price: number | null;
    quantity: number | null;
    expires_at: Date | null;
    offers_made: number;
    unanswered: boolean;
    flagged: boolean;
    /** Flagged for want of proof: does not count for pressure. */
    unproven: Generated<boolean>;
    waiting_since: Date | null;
    asked_at: Date;
    answered_at: Date | null;
    agreed_at: Date | null;
    agreed_listing: ColumnType<AgreedListing | null, string | null, string | null>;
    /** When the hidden floor is to judge the offer that was event `floor_offer`. */
    floor_at: Date | null;
    floor_offer: number | null;
    /** The earliest time at which the clock has something to do here. */
    due_at: Date | null;
    erased: boolean;
    pseudonymised_at: Date | null;
    /** Number of the village's last change to this row; `bigint`, so the driver gives a string. */
    change: ColumnType<string, number, number>;
    created_at: Date;
    updated_at: Date;
  };
  inquiry_changes: { village_id: string; change: ColumnType<string, number, number> };
  inquiry_events: {
    village_id: string;
    inquiry_id: string;
    seq: number;
    /** The client's id of the message, or ours for what the clock did. */
    id: string;
    at: Date;
    by: Party;
    kind: EventKind;
    text: string | null;
    price: number | null;
    quantity: number | null;
    /** Which of the village's devices. */
    device_id: string | null;
  };
  /** Challenges that opened a thread under pressure; each counts once. */
  spent_challenges: { village_id: string; challenge: string; expires_at: Date };
  phone_reveals: { village_id: string; inquiry_id: string; id: string; device_id: string; at: Date };
}
