// @vitest-environment jsdom
import { shopSuite } from '#tests/cms/shopSuite/index.ts';
import { lapakTarget } from './shopSite.ts';

shopSuite(lapakTarget(2410));
// Of today's versions one stands for all in the faults: their switch turns a product over, where 2410's does what it is told.
shopSuite(lapakTarget(2501), { heavy: false });
shopSuite(lapakTarget(2603));
