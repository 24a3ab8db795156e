// @vitest-environment jsdom
import { startDrupal } from '#tests/cms/doubles/drupal.ts';
import { cmsSuite } from '#tests/cms/suite/index.ts';
import { drupalTarget } from './site.ts';

const full = { saves: 'published', uploads: true, retires: true } as const;
const writes = { ...full, retires: false };

cmsSuite(
  drupalTarget('drupal', 'Drupal 7, double, without rewriting', { admin: full, editor: full, author: writes }, () =>
    startDrupal({ generation: 'drupal7', rewrites: false }),
  ),
);
cmsSuite(
  drupalTarget(
    'drupal',
    'Drupal 10.4 and 11, double, in a sub-folder',
    { admin: full, editor: full, author: writes },
    () => startDrupal({ generation: 'drupal', folder: '/desa-dagan' }),
  ),
);
