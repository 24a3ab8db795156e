import type { Generated } from 'kysely';
import type { Locale } from '#contract';

export type NoticeKind = 'answer' | 'question' | 'remind' | 'nudge' | 'confirm';

export interface NoticeTables {
  /** Where somebody wants to be told: a buyer of one thread, or an official on one phone. Never shown to the other side. */
  contacts: {
    village_id: string;
    id: string;
    inquiry_id: string | null;
    device_id: string | null;
    channel: 'mail' | 'push';
    /** An e-mail address, or the JSON of a push subscription. */
    address: string;
    /** Keyed hash of it. */
    address_key: string;
    locale: Locale;
    /** An official's address is written to only once its owner has opened the link sent there. */
    confirmed: boolean;
    created_at: Date;
  };
  notices: {
    village_id: string;
    contact_id: string;
    /** Empty for a notice that is about no thread. */
    inquiry_id: string;
    /** The event that it tells of; of a `nudge`, which an operator asks for once a day at most, the day since 1970. */
    seq: number;
    kind: NoticeKind;
    due_at: Date;
    /** `unknown`: it may have arrived, so it is not sent again. `dropped`: there was no need any more, or no way. */
    state: 'owed' | 'sending' | 'sent' | 'unknown' | 'dropped';
    tries: Generated<number>;
    tried_at: Generated<Date | null>;
    owed_at: Date;
  };
  mail_stops: { address_key: string; reason: 'asked' | 'refused'; at: Date };
}
