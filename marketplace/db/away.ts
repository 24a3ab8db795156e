/** SQLSTATE classes: connection faults, out of resources, and a server that shuts down or starts. */
const AWAY_STATE = /^(08|53|57P0)/;
const AWAY_SYSTEM: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'ETIMEDOUT', 'EPIPE']);

/**
 * Whether the database cannot be reached or accepts nothing now. That may pass, so the service answers 503 and does not
 * log an error of its own.
 */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  // node-postgres gives its own time-outs and broken connections no code.
  if (/^(timeout exceeded when trying to connect|Connection terminated)/.test(error.message)) return true;
  const code = 'code' in error ? String(error.code) : '';
  return AWAY_SYSTEM.has(code) || AWAY_STATE.test(code);
}
