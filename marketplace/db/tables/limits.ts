export interface LimitTables {
  /** How often a hashed key came in one window; unlogged, because losing it costs nothing. */
  rate_hits: { key: string; window_start: Date; hits: number };
}
