import type { ColumnType } from 'kysely';
import type { ConsignmentInput, Photo } from '#contract';

/** What was said, with the sizes of the photos. */
export type SaidConsignment = Omit<ConsignmentInput, 'photos'> & { photos: Photo[] };

export interface ConsignmentTables {
  consignments: {
    village_id: string;
    id: string;
    /** Tells one sent form from another, so that the same one sent twice is one. */
    sent_with: string;
    /** Null once a device has taken or refused it. */
    said: ColumnType<SaidConsignment | null, string | null, string | null>;
    /** It came under load without its proof of work. */
    unproven: boolean;
    sent_at: Date;
    outcome: 'taken' | 'refused' | null;
    /** The device that took or refused it. */
    said_by: string | null;
    ended_at: Date | null;
  };
  /** Photos as they were made anew, each for one village; those that no waiting consignment names go after a day. */
  consignment_photos: {
    village_id: string;
    hash: string;
    width: number;
    height: number;
    bytes: Uint8Array;
    sent_at: Date;
  };
  consignment_links: { village_id: string; token: string; made_at: Date };
}
