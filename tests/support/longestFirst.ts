import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * The files that take longest, begun first. In a fresh clone Vitest knows no times and begins with the biggest files; the
 * CMS suites are a few lines each and minutes long, so the last one ran alone while the other cores had nothing to do.
 */
const LONG = [
  'learned/shopSuite.test',
  'cms/joomla/suite.test',
  'learned/changeFaults.test',
  'cms/opensid/suite.test',
  'opensid/shopSuite.test',
  'cms/wordpress/suite.test',
  'joomla/productsPage.test',
  'cms/drupal/suite.test',
  'learned/uploads.test',
  'learned/changePairs.test',
  'drupal/productsPage.test',
  'cms/backdrop/suite.test',
  'learned/shopFaults.test',
  'outbox/faults.test',
  'notify/mail.test',
  'marketplace/server.test',
  'pages/badInput.test',
  'pages/hostile.test',
  'photos/variants.test',
  'inquiries/proofOfWorkUnderLoad.test',
];

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const at = LONG.findIndex((name) => moduleId.includes(name));
      return at === -1 ? LONG.length : at;
    };
    return (await super.sort(files)).sort((one, other) => place(one) - place(other));
  }
}
