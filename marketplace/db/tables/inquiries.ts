import type { ColumnType, Generated } from 'kysely';
import type { InquiryEvent, InquiryState, PackSize, StoredLocale, Unit } from '#contract';

export type Party = InquiryEvent['by'];
/** `unproven` exists only in the store: everybody outside sees it as `held`. See `Thread.unproven`. */
export type EventKind = InquiryEvent['kind'] | 'unproven';

/**
 * What was sold, with the name and price that it had when it was agreed: a receipt must not change with the listing.
 */
export interface AgreedListing {
  name: string;
  unit: Unit;
  unitWord?: string | null;
  packSize: PackSize | null;
  listPrice: number;
  producerName: string;
}

export interface InquiryTables {
  /** A projection of `inquiry_events`, and what the service knows of the buyer. */
  inquiries: {
    village_id: string;
    id: string;
    listing_id: string;
    /** Keyed hash of the form that opened the thread: the same form sent twice gives the same thread. */
    opened_with: string;
    /** Hash of the private link's secret; null when the buyer has shut the link. */
    secret_hash: string | null;
    /** What a changed link is made of, see `secret.ts`; null for the first one. */
    link_nonce: Generated<string | null>;
    /** As 0.1.0 knows it; a column of its own would hold a newer one. */
    locale: StoredLocale;
    buyer_name: string | null;
    buyer_phone: string | null;
    /**
     * Keyed hash of the buyer's number. It counts the offers per buyer and product, also after the number itself was
     * erased.
     */
    phone_key: string | null;
    state: InquiryState;
    seq: number;
    price: number | null;
    quantity: number | null;
    expires_at: Date | null;
    offers_made: number;
    unanswered: boolean;
    flagged: boolean;
    /** The thread is flagged only because it lacks a proof of work; it does not count as load. */
    unproven: Generated<boolean>;
    waiting_since: Date | null;
    asked_at: Date;
    answered_at: Date | null;
    agreed_at: Date | null;
    agreed_listing: ColumnType<AgreedListing | null, string | null, string | null>;
    /** When the hidden floor judges the offer; `floor_offer` is the seq of that offer's event. */
    floor_at: Date | null;
    floor_offer: number | null;
    /** The earliest time at which an offer expires, a reminder is due or the floor answers in this thread. */
    due_at: Date | null;
    erased: boolean;
    /** The question to several villages that this thread is a part of; null for none. */
    bulk_id: Generated<string | null>;
    /** How many other villages were asked with it. */
    asked_elsewhere: Generated<number>;
    pseudonymised_at: Date | null;
    /** When an operator last had the village reminded. */
    nudged_at: Generated<Date | null>;
    /** Since when its buyer is shown other villages with the same product; null: not. */
    elsewhere_at: Generated<Date | null>;
    /** The last event of a held or reported thread that an operator has looked at; 0 for none. */
    looked_seq: Generated<number>;
    /** Number of this row's last change, out of the village's counter; `bigint`, so the driver gives a string. */
    change: ColumnType<string, number, number>;
    created_at: Date;
    updated_at: Date;
  };
  /** One form that went to several villages; its threads name it by `bulk_id`. */
  bulk_inquiries: {
    id: string;
    /** Keyed hash of the form, as in `inquiries`. */
    opened_with: string;
    secret_hash: string;
    group_slug: string;
    /** The proof of work that it came with; null where none was asked for, or none was brought. */
    challenge: string | null;
    /** How many threads it has opened, the erased ones too. */
    asked: Generated<number>;
    created_at: Date;
  };
  inquiry_changes: { village_id: string; change: ColumnType<string, number, number> };
  inquiry_events: {
    village_id: string;
    inquiry_id: string;
    seq: number;
    /** The id that the client gave the message, or one that the service made for an automatic event. */
    id: string;
    at: Date;
    by: Party;
    kind: EventKind;
    text: string | null;
    price: number | null;
    quantity: number | null;
    /** The device of the village that sent the message. */
    device_id: string | null;
  };
  /** Challenges that opened a thread under load; each counts once. */
  spent_challenges: { village_id: string; challenge: string; expires_at: Date };
  phone_reveals: { village_id: string; inquiry_id: string; id: string; device_id: string; at: Date };
}
