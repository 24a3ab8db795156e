// @vitest-environment jsdom
import { shopSuite } from '#tests/cms/shopSuite/index.ts';
import { tableTarget } from './shopSite.ts';

shopSuite(tableTarget('a table with a tick', { flavour: 'blade' }, { status: 'tick' }));
shopSuite(
  tableTarget(
    'plain PHP with forms in the list',
    { flavour: 'plainphp' },
    {
      look: 'modals',
      save: 'sameAddress',
      status: 'tick',
      names: 'short',
      publicPage: 'own',
      priceWords: 'breaksShop',
    },
  ),
  { heavy: false },
);
