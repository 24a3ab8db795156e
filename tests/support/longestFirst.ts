import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * The files that take longest, begun first. In a fresh clone Vitest knows no times and begins with the biggest files; the
 * CMS suites are a few lines each and minutes long, so the last one ran alone while the other cores had nothing to do.
 */
const LONG = [
  // The released wire is asked of a whole server, twice.
  'released/wireAnswers.test',
  'released/wireRequests.test',
  'cms/drupal/suite.test',
  'cms/wordpress/suite.test',
  'marketplace/server.test',
  'cms/opensid/suite.test',
  'cms/joomla/suite.test',
  'cms/backdrop/suite.test',
  'pages/hostile.test',
  'cms/drupal/productsPage.test',
  'cms/joomla/productsPage.test',
  'cms/drupal/write.test',
  'outbox/faults.test',
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
