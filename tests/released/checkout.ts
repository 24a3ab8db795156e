import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const ROOT = join(import.meta.dirname, '../..');

/** Every released version and its commit (CHANGELOG.md has them too). A tag does not travel with every clone; a hash does. */
export const RELEASES = { '0.1.0': '975e352d1baab8cb46ffd8138799b6c1d23b794f' } as const;
export type Release = keyof typeof RELEASES;

/**
 * The source of a released version, unpacked once into `.cache/released`. It uses the packages installed for today's
 * code, because they are found by the link. Throws a sentence that says what to do where the history is cut off.
 */
export function checkout(release: Release): string {
  const commit = RELEASES[release];
  const folder = join(ROOT, '.cache/released', `${release}-${commit.slice(0, 12)}`);
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.${process.pid}.${Date.now()}`;
  mkdirSync(unfinished, { recursive: true });
  try {
    execFileSync('tar', ['-x', '-C', unfinished], { input: archiveOf(release) });
    symlinkSync(join(ROOT, 'node_modules'), join(unfinished, 'node_modules'), 'junction');
    renameSync(unfinished, folder);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    // Another test process was quicker: its copy is the same.
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

/** The files of that version as a tar, from the history of the clone in `clone`. */
export function archiveOf(release: Release, clone = ROOT): Buffer {
  const commit = RELEASES[release];
  const made = spawnSync('git', ['archive', commit], { cwd: clone, maxBuffer: 512 * 1024 * 1024 });
  if (made.error) throw made.error;
  if (made.status === 0) return made.stdout;
  throw new Error(
    `Version ${release} (commit ${commit}) is not in this clone, so today's code cannot be tried against it. ` +
      `A shallow clone lacks it: run "git fetch --unshallow". (${made.stderr.toString().trim()})`,
  );
}

/** A module of that version, by its path from the root; `T` is the type that today's module of this name had then. */
export async function releasedModule<T>(release: Release, path: string): Promise<T> {
  return (await import(/* @vite-ignore */ pathToFileURL(join(checkout(release), path)).href)) as T;
}

/** The folder of that version's extension for Chromium, built once in the mode that may reach loopback. */
export function releasedExtension(release: Release): string {
  const folder = checkout(release);
  const built = join(folder, '.output/e2e/chrome-mv3');
  if (!existsSync(join(built, 'manifest.json'))) {
    execFileSync(join(ROOT, 'node_modules/.bin/wxt'), ['build', '--mode', 'e2e'], {
      cwd: folder,
      env: { ...process.env, DODOLAN_E2E: '1' },
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
    });
  }
  return built;
}
