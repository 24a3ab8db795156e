import * as z from 'zod/mini';
import { isDown } from '#utils/cms/form.ts';
import { linesOf, plain } from '#utils/cms/plainText.ts';
import { CmsError } from '#utils/cms/types.ts';
import type { RestAnswer } from './rest.ts';

/** The codes with which WordPress itself refuses a role; any other refusal comes from something in front of WordPress. */
const NOT_ALLOWED: ReadonlySet<string> = new Set([
  'rest_cannot_create',
  'rest_cannot_edit',
  'rest_cannot_edit_others',
  'rest_cannot_publish',
  'rest_cannot_delete',
  'rest_cannot_assign_term',
  'rest_user_cannot_delete_post',
  'rest_forbidden_context',
]);
/** WooCommerce has such codes of its own, one for each deed. */
const NOT_ALLOWED_IN_SHOP = /^woocommerce_rest_cannot_/;
/** True for the code of a refusal that is about this account's role. */
export const isNotAllowed = (code: string): boolean => NOT_ALLOWED.has(code) || NOT_ALLOWED_IN_SHOP.test(code);
/** The code of an end that a plugin has put to a request, in its own words. */
const DIED = 'wp_die';
/** What the editor's page says in red, and shows: its words for a browser without scripts and for a lost line are there always. */
const RED = ':is(.notice-error, #message.error, div.error):not(.hidden, .hidden *, .hide-if-js, .hide-if-js *)';
/** As long as a sentence that a person still reads. */
const WORDS_MAX = 200;

/** A field that a plugin demands of every post: WordPress names those that were not sent. */
const Missing = z.object({ data: z.object({ params: z.array(z.string()).check(z.minLength(1)) }) });
/** Of a field that is not right, WordPress says why in words of its own. */
const Invalid = z.object({ data: z.object({ params: z.record(z.string(), z.string()) }) });
const Said = z.object({ message: z.string() });

/** Turns WordPress's own refusal into the `CmsError` that it means, in WordPress's words or a plugin's. */
export function refusal({ code, status, body }: RestAnswer): CmsError {
  if (code !== null && isNotAllowed(code)) return new CmsError('no_permission', code);
  // A plugin's own end (`wp_die`) comes with 500 too; what broke has another code.
  if (isDown(status) && code !== DIED) return new CmsError('site_down', `HTTP ${status} ${code}`);
  const missing = code === 'rest_missing_callback_param' ? Missing.safeParse(body) : undefined;
  if (missing?.success) return new CmsError('field_required', missing.data.data.params.join(', ').slice(0, WORDS_MAX));
  const invalid = code === 'rest_invalid_param' ? Invalid.safeParse(body) : undefined;
  const [why] = invalid?.success ? Object.values(invalid.data.data.params) : [];
  const said = Said.safeParse(body);
  return new CmsError('refused', wordsIn(why ?? (said.success ? said.data.message : '')) ?? code);
}

/**
 * What the editor's page says in red after a save, a plugin's words mostly; null when it says nothing. Whether the save
 * failed they do not tell: a hint that has always been there is red too.
 */
export function saidInRed(document: Document): string | null {
  const notice = document.querySelector(RED);
  return notice === null ? null : wordsIn(notice.innerHTML);
}

/** A CMS's words as text on one line. */
export function wordsIn(html: string): string | null {
  return plain(linesOf(html)).slice(0, WORDS_MAX) || null;
}
