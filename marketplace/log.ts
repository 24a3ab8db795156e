export type LogFields = Record<string, string | number | boolean | null>;
/** One event, one line. Never a name, a phone number, an address of a person, a message or a secret in `fields`. */
export type Log = (level: 'info' | 'warn' | 'error', event: string, fields?: LogFields) => void;

/** JSON lines on standard output. */
export const logLines: Log = (level, event, fields = {}) => {
  process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...fields })}\n`);
};

export const logNothing: Log = () => {};

/**
 * What the log may say of an error: its name and the code of a database or system error. The error's text stays out,
 * because it may quote data.
 */
export function errorFields(error: unknown): LogFields {
  if (!(error instanceof Error)) return { fault: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
  const where = error.stack?.split('\n').find((line) => line.trim().startsWith('at ')) ?? '';
  return { fault: error.name, code, where: where.trim().replace(/\(?(?:file:\/\/)?\/.*\/(?=[^/]+$)/, '') };
}
