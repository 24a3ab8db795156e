// @vitest-environment jsdom
import { startWordPressDouble } from '#tests/cms/doubles/wordpress.ts';
import { cmsSuite } from '#tests/cms/suite/index.ts';
import { EVERY_VARIANT } from '#tests/support/variants.ts';
import { wordpressTarget } from './site.ts';

cmsSuite(wordpressTarget('WordPress by REST', () => startWordPressDouble()));
cmsSuite(wordpressTarget('WordPress by the block editor’s form', () => startWordPressDouble({ rest: 'forbidden' })));
cmsSuite(
  wordpressTarget('WordPress by the classic form, behind a firewall', () =>
    startWordPressDouble({ rest: 'html', editor: 'classic' }),
  ),
  // Its requests are those of the block editor's form but for two pages; `npm run test:long` breaks each of them too.
  { withFaults: EVERY_VARIANT },
);
cmsSuite(
  wordpressTarget('WordPress that may be read by REST only', () => startWordPressDouble({ rest: 'writes-blocked' })),
  { withFaults: false },
);
