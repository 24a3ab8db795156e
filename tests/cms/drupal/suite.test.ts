// @vitest-environment jsdom
import { startDrupal } from '#tests/cms/doubles/drupal.ts';
import { cmsSuite } from '#tests/cms/suite/index.ts';
import { drupalTarget } from './site.ts';

const full = { saves: 'published', uploads: true, retires: true } as const;
const writes = { ...full, retires: false };

const roles = { admin: full, editor: full, author: writes };

cmsSuite(
  drupalTarget(
    'drupal',
    'Drupal 7, double, without rewriting',
    roles,
    () => startDrupal({ generation: 'drupal7', rewrites: false }),
    { hasLibrary: false },
  ),
);
cmsSuite(
  drupalTarget(
    'drupal',
    'Drupal 10.4 and 11, double, in a sub-folder',
    { ...roles, author: { ...writes, seesPictures: false } },
    () => startDrupal({ generation: 'drupal', folder: '/desa-dagan' }),
  ),
);
