import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * The files that take longest, begun first. In a fresh clone Vitest knows no times and begins with the biggest files; the
 * CMS suites are a few lines each and minutes long, so the last one ran alone while the other cores had nothing to do.
 */
const LONG = [
  'cms/drupal.test',
  'cms/wordpress.test',
  'marketplace/server.test',
  'cms/opensidSuite.test',
  'cms/joomlaSuite.test',
  'cms/backdrop.test',
  'pages/hostile.test',
  'cms/drupalProductsPage.test',
  'cms/joomlaProductsPage.test',
  'cms/drupalWrite.test',
  'outbox/faults.test',
  'marketplace/variants.test',
  'inquiries/pressure.test',
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
