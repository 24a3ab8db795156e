/** What a spreadsheet runs instead of showing it: a cell that begins so, also behind blanks and marks that nobody sees. */
const RUNS = /^[\s\p{Cf}\p{Cc}]*[=+\-@＝＋－＠\u2212]/u;
const CONTROL = /^[\t\r\n]/;

/**
 * A text for a cell of a table that others open: where a spreadsheet would take it for a formula, an apostrophe stands before
 * it. Source of the rule: OWASP, "CSV Injection" (https://owasp.org/www-community/attacks/CSV_Injection, read 2026-11).
 */
export const safeCell = (text: string): string => (RUNS.test(text) || CONTROL.test(text) ? `'${text}` : text);
