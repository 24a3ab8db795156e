import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Deps } from '#marketplace/deps.ts';
import { listedInFull } from '#marketplace/listings/service.ts';
import { makeView } from '#marketplace/web/view.ts';
import { CATALOGUE_END, type CatalogueName, catalogueHead, catalogueItem } from './catalogue.ts';

const BATCH = 200;

/** Beside the photos, so that all processes that share those share these. */
const fileOf = ({ config }: Deps, name: CatalogueName) => join(config.dataDir, 'feeds', `${name}.xml`);

/**
 * Writes a catalogue anew, a batch at a time, and puts it in the old one's place when it is whole: a reader has always one
 * or the other. Ends early without a trace when the server stops.
 */
export async function writeCatalogue(deps: Deps, name: CatalogueName): Promise<void> {
  const file = fileOf(deps, name);
  await mkdir(join(file, '..'), { recursive: true });
  const temporary = `${file}.${randomUUID()}`;
  // Titles and texts are the village's own, so the catalogue is Indonesian alone.
  const view = makeView({ url: '/' }, deps.config, deps.now());
  const handle = await open(temporary, 'w');
  let left = 0;
  try {
    await handle.write(catalogueHead(view));
    for (let afterId: string | undefined = ''; afterId !== undefined; ) {
      if (deps.stopping.aborted) throw new Error('stopped before the end');
      const batch = await listedInFull(deps, { afterId, limit: BATCH });
      const items = batch.map((listing) => catalogueItem(name, view, listing));
      left += items.filter((item) => item === '').length;
      await handle.write(items.join(''));
      afterId = batch.length === BATCH ? batch.at(-1)?.id : undefined;
    }
    await handle.write(CATALOGUE_END);
    await handle.close();
    await rename(temporary, file);
    // Its reader would refuse them: a photo that is too small, a name that is too long.
    if (left > 0) deps.log('warn', 'catalogue_left_out', { name, products: left });
  } catch (error) {
    await handle.close().catch(() => {});
    await rm(temporary, { force: true });
    throw error;
  }
}

const writing = new WeakMap<Deps, Map<CatalogueName, Promise<void>>>();

/** A catalogue's file, with what tells it from an older one. The first one ever is written for whoever asks first. */
export async function openCatalogue(deps: Deps, name: CatalogueName): Promise<{ body: ReadableStream; tag: string }> {
  const file = fileOf(deps, name);
  const made = () => stat(file).catch(() => null);
  let is = await made();
  if (is === null) {
    const all = writing.get(deps) ?? new Map<CatalogueName, Promise<void>>();
    writing.set(deps, all);
    const first = all.get(name) ?? writeCatalogue(deps, name).finally(() => all.delete(name));
    all.set(name, first);
    await first;
    is = await made();
  }
  if (is === null) throw new Error('the catalogue was not written');
  const tag = `"${is.size.toString(36)}-${Math.round(is.mtimeMs).toString(36)}"`;
  return { body: Readable.toWeb(createReadStream(file)) as ReadableStream, tag };
}
