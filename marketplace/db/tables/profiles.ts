import type { ColumnType, Generated } from 'kysely';
import type { Photo } from '#contract';

/** What the village itself may have said, by the name under which it is sent. */
export type OwnWord = 'photo' | 'about' | 'hours' | 'head' | 'place' | 'district' | 'regency';

export interface ProfileTables {
  village_profiles: {
    village_id: string;
    photo: ColumnType<Photo | null, string | null, string | null>;
    about: string | null;
    hours: string | null;
    head: string | null;
    lat: number | null;
    lng: number | null;
    /** What an operator's table no longer says over. */
    own_words: Generated<OwnWord[]>;
  };
}
