import type { Session } from '#utils/cms/form.ts';
import type { DriverContext } from '#utils/cms/types.ts';

/** Where sites send those who have to sign in. */
const SIGN_IN = /\/(?:log-?in|masuk|sign-?in|auth|siteman)(?:[/.?]|$)/i;

/**
 * A site of no known CMS, with the person's session. Signed out is who ends at a page that asks for a password without
 * having asked for that page: nothing else tells it on an unknown site.
 */
export function learnedSession({ fetch }: Pick<DriverContext, 'fetch'>): Session {
  return {
    fetch,
    isSignedOut: ({ url, redirected, document }) =>
      document.querySelector('input[type=password]') !== null &&
      (redirected || SIGN_IN.test(url.pathname) || document.querySelector('textarea') === null),
  };
}
