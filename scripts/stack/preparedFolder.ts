import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const CACHE = join(ROOT, '.cache/market');

/**
 * Fills `folder` with a marketplace's data folder in which nothing has happened yet. The first start of an embedded database
 * takes many seconds of work, the same each time; it is done once by `make` and copied from then on.
 */
export async function fillPrepared(folder: string, make: (folder: string) => Promise<void>): Promise<void> {
  const prepared = join(CACHE, version());
  if (!existsSync(prepared)) {
    await mkdir(CACHE, { recursive: true });
    // Moved there in one step: two processes may do it at once, and one that dies leaves no half.
    const unfinished = await mkdtemp(join(CACHE, 'unfinished-'));
    await make(unfinished);
    await rename(unfinished, prepared).catch((error: unknown) => {
      if (!existsSync(prepared)) throw error;
    });
    await rm(unfinished, { recursive: true, force: true });
  }
  await cp(prepared, folder, { recursive: true });
}

/** Changes with everything that a fresh data folder depends on. */
function version(): string {
  const hash = createHash('sha256');
  const folders = ['marketplace/db', 'marketplace/db/migrations', 'marketplace/search', 'marketplace/jobs'];
  const files = folders.flatMap((name) =>
    readdirSync(join(ROOT, name))
      .filter((file) => file.endsWith('.ts'))
      .sort()
      .map((file) => join(name, file)),
  );
  for (const file of ['package-lock.json', ...files]) hash.update(readFileSync(join(ROOT, file)));
  return hash.digest('hex').slice(0, 16);
}
