// @vitest-environment jsdom

import { cmsSuite } from '#tests/cms/suite/index.ts';
import { mediaTests } from './mediaTests.ts';
import { drupalTarget } from './site.ts';

/**
 * The double's suite on a real, throw-away Drupal 10 or newer: DODOLAN_REAL_DRUPAL=<its address>. It needs `witness.php`
 * beside its index.php, asked once with `?witness=people`, which makes the users of the suite.
 */
const url = process.env.DODOLAN_REAL_DRUPAL;

if (url !== undefined) {
  const full = { saves: 'published', uploads: true, retires: true } as const;
  const roles = { admin: full, editor: full, author: { ...full, retires: false, seesPictures: false } } as const;
  const start = async () => ({
    url,
    witness: async (name: string, body = {}) => {
      const response = await fetch(`${url}/witness.php?witness=${name}`, {
        method: 'POST',
        body: JSON.stringify(body),
      });
      return response.json();
    },
    stop: async () => undefined,
  });
  cmsSuite(drupalTarget('drupal', 'a real Drupal', roles, start, { patience: 180_000, tellsDates: false }));
  // This needs the module Media Library switched on.
  if (process.env.DODOLAN_REAL_MEDIA !== undefined) mediaTests('a real Drupal with a Media field', start);
}
