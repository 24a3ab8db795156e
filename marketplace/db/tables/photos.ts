import type { Generated } from 'kysely';

export interface PhotoTables {
  /** A row that is not `gone` means: every variant of this photo is in the store. */
  photos: {
    hash: string;
    width: number;
    height: number;
    created_at: Date;
    /** Since when the daily look has found it in no listing; null again as soon as somebody sends it or asks for it. */
    unused_since: Generated<Date | null>;
    /** Nobody may count on it any more: its files are about to be removed. */
    gone: Generated<boolean>;
  };
}
