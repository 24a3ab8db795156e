// @vitest-environment jsdom
import { startDrupal } from '#tests/cms/doubles/drupal.ts';
import { drupalTarget } from '#tests/cms/drupal/site.ts';
import { cmsSuite } from '#tests/cms/suite/index.ts';

const full = { saves: 'published', uploads: true, retires: true } as const;

cmsSuite(
  drupalTarget('backdrop', 'Backdrop, double', { admin: full, editor: full, author: { ...full, retires: false } }, () =>
    startDrupal({ generation: 'backdrop' }),
  ),
);
