// @vitest-environment jsdom
import { shopSuite } from '#tests/cms/shopSuite/index.ts';
import { wooTarget } from './shopSite.ts';

shopSuite(wooTarget);
