// @vitest-environment jsdom
import { startDrupal } from '#tests/cms/doubles/drupal.ts';
import { mediaTests } from './mediaTests.ts';

mediaTests('Drupal 11, double, with a Media field, in a sub-folder', () =>
  startDrupal({ generation: 'drupal', folder: '/desa-dagan', rewrites: false }),
);
