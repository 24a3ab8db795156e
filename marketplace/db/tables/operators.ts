import type { ColumnType, GeneratedAlways } from 'kysely';

export type OperatorRole = 'operator' | 'viewer';

export interface OperatorTables {
  /** Who runs the market. An account that has ended stays, because the audit log names it. */
  operators: {
    id: string;
    name: string;
    role: OperatorRole;
    email: string | null;
    created_at: Date;
    ended_at: Date | null;
  };
  /** Passkeys. */
  operator_keys: {
    /** The credential's own id (base64url). */
    id: string;
    operator_id: string;
    public_key: Uint8Array;
    counter: ColumnType<string, number, number>;
    name: string;
    created_at: Date;
    used_at: Date | null;
  };
  /** One-time links: each opens in the browser that asked for it, and nowhere else. */
  operator_links: {
    token_hash: string;
    operator_id: string;
    browser: string;
    way: 'mail' | 'command';
    expires_at: Date;
  };
  /** What a browser's passkey is to sign; one at a time for each. */
  operator_challenges: { browser: string; challenge: string; expires_at: Date };
  operator_sessions: {
    token_hash: string;
    operator_id: string;
    created_at: Date;
    seen_at: Date;
    /** When whoever sits there last proved who they are. */
    proved_at: Date;
  };
  /** What was done, by whom: only added to. */
  audit: {
    id: GeneratedAlways<string>;
    at: Date;
    operator_id: string | null;
    operator_name: string;
    action: string;
    subject: string;
    detail: ColumnType<Record<string, string | number>, string, never>;
  };
}
