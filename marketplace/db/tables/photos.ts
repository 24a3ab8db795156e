import type { Generated } from 'kysely';

export interface PhotoTables {
  /** A row that is not `gone` means: every variant of this photo is in the store. */
  photos: {
    hash: string;
    width: number;
    height: number;
    created_at: Date;
    /**
     * Since when the daily job has found the photo in no listing; null again as soon as somebody sends the photo or
     * asks for it.
     */
    unused_since: Generated<Date | null>;
    /** The files are about to be removed, so no listing may use the photo any more. */
    gone: Generated<boolean>;
  };
}
