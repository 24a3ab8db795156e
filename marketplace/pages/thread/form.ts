import { Terms } from '#contract';
import { readPrice } from '#contract/price.ts';
import { readQuantity } from '#contract/quantity.ts';
import type { Goods } from '#contract/unitWords.ts';
import type { AppContext } from '#marketplace/http/appTypes.ts';
import type { ProofOfWork } from '#marketplace/inquiries/proofOfWork/challenge.ts';
import type { FormIssue } from '#marketplace/pages/inquiryForm.ts';
import { ProblemError } from '#marketplace/problem.ts';

/** The most bytes of a form: 2000 characters of the widest kind, percent-encoded, and the other fields. */
const BYTES_MAX = 64 * 1024;

/**
 * The fields of a plain HTML form. Throws `malformed` for anything else, `too_large` beyond 64 kB. It is read before
 * anything can be refused: every page that says no then shows what was typed.
 */
export async function readForm(c: AppContext): Promise<URLSearchParams> {
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(c.req.header('content-type') ?? '')) {
    throw new ProblemError('malformed');
  }
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of c.req.raw.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > BYTES_MAX) throw new ProblemError('too_large');
    chunks.push(chunk);
  }
  const form = new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
  c.set('typed', form);
  return form;
}

/** A field as typed, with the line ends that browsers send (CRLF) as everybody else writes them. */
export const field = (form: URLSearchParams, name: string): string => (form.get(name) ?? '').replace(/\r\n?/g, '\n');

/** The proof of work that a form brings, solved or not; null when it brings none. */
export function proofIn(form: URLSearchParams): ProofOfWork | null {
  const challenge = field(form, 'soal');
  return challenge === '' ? null : { challenge, solution: field(form, 'jawaban') };
}

/**
 * What the typed price and quantity offer for these goods: no terms when both are empty, else terms, or what is wrong
 * and in which field.
 */
export function readTerms(price: string, quantity: string, of: Goods): { terms: Terms | null; issues: FormIssue[] } {
  const read = readPrice(price);
  const count = readQuantity(quantity, of);
  if (read.kind === 'empty' && count === null) return { terms: null, issues: [] };
  const issues: FormIssue[] = [];
  const wrong = (name: 'price' | 'quantity', code: string) => issues.push({ path: `terms.${name}`, code, of });
  if (read.kind === 'empty') wrong('price', 'price_missing');
  if (read.kind === 'ask') wrong('price', 'price_ambiguous');
  if (read.kind === 'unreadable') wrong('price', 'price_malformed');
  if (count === null) wrong('quantity', 'quantity_missing');
  if (read.kind !== 'price' || count === null) return { terms: null, issues };
  const terms = Terms.safeParse({ price: read.rupiah, quantity: count });
  if (terms.success) return { terms: terms.data, issues };
  for (const issue of terms.error.issues)
    issues.push({ path: `terms.${issue.path.join('.')}`, code: issue.message, of });
  return { terms: null, issues };
}
