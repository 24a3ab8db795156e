// @vitest-environment jsdom

import { cmsSuite } from '#tests/cms/suite/index.ts';
import { joomlaTarget } from './site.ts';

/**
 * The double's suite on a real, throw-away Joomla: DODOLAN_REAL_JOOMLA=<its address>. It needs `witness.php` beside its
 * configuration, the users admin (super user), manager and author with the password `x-secret-1`, and for the group
 * Author the rights to sign in to the administration and into the articles there. Once with the stages of articles
 * ("workflow") off, once with them on.
 */
const url = process.env.DODOLAN_REAL_JOOMLA;

if (url !== undefined) {
  const target = joomlaTarget(
    'a real Joomla',
    async () => ({
      url,
      password: 'x-secret-1',
      witness: async (name, body = {}) => {
        const response = await fetch(`${url}/witness.php?witness=${name}`, {
          method: 'POST',
          body: JSON.stringify(body),
        });
        return response.json();
      },
      stop: async () => undefined,
    }),
    180_000,
  );
  cmsSuite(target);
}
