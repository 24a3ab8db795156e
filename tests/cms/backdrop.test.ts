// @vitest-environment jsdom
import { startDrupal } from './doubles/drupal.ts';
import { drupalTarget } from './drupalSite.ts';
import { cmsSuite } from './suite.ts';

const full = { saves: 'published', uploads: true, retires: true } as const;

cmsSuite(
  drupalTarget('backdrop', 'Backdrop, double', { admin: full, editor: full, author: { ...full, retires: false } }, () =>
    startDrupal({ generation: 'backdrop' }),
  ),
);
