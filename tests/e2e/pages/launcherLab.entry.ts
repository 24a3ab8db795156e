import { createLauncher } from '#entrypoints/cms.content/launcher.ts';
import { recogniserOf } from '#utils/cms/recognisers.ts';
import type { CmsId } from '#utils/cms/types.ts';

/** Runs in a page of the test: draws the launcher of a CMS and answers the names of the entries that a press would meet. */
export function draw(cms: CmsId): void {
  createLauncher(document, {
    ...{ places: recogniserOf(cms).places, label: 'Jual produk', nearing: () => undefined },
    open: () => {
      document.title = 'opened';
    },
  });
}
