import type { SiteTabs } from '../outbox/world.ts';
import { toBase64 } from '../runtime/base64.ts';
import { tabsOfSite } from './tabs.ts';
import { askWriter, prepareWriter } from './writer.ts';

/** The outbox's hands in the browser's tabs. */
export const siteTabs: SiteTabs = {
  of: tabsOfSite,
  prepare: prepareWriter,
  async save(tabId, { image, ...post }) {
    const picture = image && {
      type: image.blob.type,
      base64: toBase64(await image.blob.arrayBuffer()),
      fileName: image.fileName,
      alt: image.alt,
    };
    return askWriter(tabId, 'cms/save', { ...post, image: picture });
  },
  retire: (tabId, post) => askWriter(tabId, 'cms/retire', post),
};
