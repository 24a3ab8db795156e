// @vitest-environment jsdom
import { startDrupal } from './doubles/drupal.ts';
import { drupalTarget } from './drupalSite.ts';
import { cmsSuite } from './suite.ts';

const full = { saves: 'published', uploads: true, retires: true } as const;
const writes = { ...full, retires: false };

cmsSuite(
  drupalTarget('drupal', 'Drupal 7, double', { admin: full, editor: full, author: writes }, () =>
    startDrupal({ generation: 'drupal7' }),
  ),
);
cmsSuite(
  drupalTarget('drupal', 'Drupal 8 and newer, double', { admin: full, editor: full, author: writes }, () =>
    startDrupal({ generation: 'drupal' }),
  ),
);
