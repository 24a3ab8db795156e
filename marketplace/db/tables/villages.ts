import type { ColumnType, Generated } from 'kysely';

export interface VillageTables {
  villages: {
    id: string;
    slug: string;
    name: string;
    code: string | null;
    district: string | null;
    regency: string | null;
    sites: string[];
    status: 'approved' | 'waiting' | 'blocked';
    created_at: Date;
    /** The room of a village that is made up for practice, and its place in it; null for a real one. */
    practice_room: string | null;
    practice_seat: number | null;
  };
  invites: {
    /** SHA-256 of the code, so that nobody can use the invites of a leaked backup. */
    code_hash: string;
    /** The same invite under the code that 8 typed letters gave; null for none. */
    other_hash: Generated<string | null>;
    village_id: string;
    created_at: Date;
    expires_at: Date;
    used_by: string | null;
    used_at: Date | null;
    /** Hash of the secret of the sheets that it was printed with; null for one that was not. */
    sheet_hash: Generated<string | null>;
  };
  /** 8 letters that carry an invite to another computer. */
  short_codes: { letters_hash: string; invite_hash: string; expires_at: Date };
  devices: {
    village_id: string;
    id: string;
    token_hash: string;
    name: string;
    created_at: Date;
    last_seen_at: Date | null;
    revoked_at: Date | null;
    /** A phone answers on the marketplace's own pages, and its secret is good for nothing else. */
    kind: Generated<'office' | 'phone'>;
  };
  /** Codes with which an official's phone becomes a device of the village; each is good once. */
  pairings: { code_hash: string; village_id: string; made_by: string; expires_at: Date; used_by: string | null };
  /** What a village is asked to put on its site, to show that it looks after it. */
  site_challenges: {
    village_id: string;
    site: string;
    code: string;
    expires_at: Date;
    /** Set once it was seen: a challenge is good once. */
    proven_at: Date | null;
  };
  /** Sites that villages say are theirs; a row goes when an operator adds the site, and stays when he refuses it. */
  site_requests: { village_id: string; site: string; asked_at: Date; refused_at: Date | null };
  /** What a village answers often, in its own words. */
  village_replies: {
    village_id: string;
    rev: number;
    said_by: string;
    texts: ColumnType<string[], string, string>;
    updated_at: Date;
  };
  /** Values that every process shares, e.g. the secret for keyed hashes. */
  settings: { key: string; value: string; created_at: Generated<Date> };
}
