/**
 * SQLSTATE classes and codes: connection faults, out of resources (a full disk among them), a server that shuts down or
 * starts, and one that became a read-only standby.
 */
const AWAY_STATE = /^(08|53|57P0|58030|25006)/;
const AWAY_SYSTEM: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EPIPE',
]);
/** node-postgres gives its own time-outs and broken connections no code. */
const AWAY_WORDS =
  /^(timeout exceeded when trying to connect|Connection terminated|Client (has encountered a connection error|was closed) and is not queryable)/;

/**
 * Whether the database cannot be reached or accepts nothing now. That may pass, so the service answers 503 and does not
 * log an error of its own.
 */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (AWAY_WORDS.test(error.message)) return true;
  const code = 'code' in error ? String(error.code) : '';
  return AWAY_SYSTEM.has(code) || AWAY_STATE.test(code);
}
