import { faultTests } from './faultTests.ts';
import { peopleTests } from './peopleTests.ts';
import { stepTests } from './stepTests.ts';
import type { ShopTarget } from './target.ts';

/** What every shop of a CMS promises; each kind of shop runs it. `heavy` is false where another version has run the faults. */
export function shopSuite(target: ShopTarget, { heavy = true } = {}): void {
  stepTests(target);
  peopleTests(target);
  if (heavy) faultTests(target);
}
