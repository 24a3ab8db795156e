import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { readZip } from './readZip.ts';
import { cleanEnv, wxt } from './wxt.ts';

/** Unpacks an archive into an emptied folder. */
export async function unpack(zip: string, folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  for (const [path, bytes] of await readZip(zip)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
}

/** Links the packages of a tree that has them into unpacked sources, which is quick, for a check that runs often. */
export const borrowPackages = (folder: string, tree: string): void =>
  symlinkSync(join(tree, 'node_modules'), join(folder, 'node_modules'), 'dir');

/** Installs unpacked sources from their own lock file, as Mozilla does. */
export function installPackages(folder: string): void {
  const { status, stderr } = spawnSync('npm', ['ci', '--loglevel=error'], {
    cwd: folder,
    env: cleanEnv(),
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`npm ci failed:\n${stderr}`);
}

/** Builds Firefox's extension in a folder and returns its files by path. */
export function buildFirefox(folder: string): Map<string, Uint8Array> {
  const output = join(folder, '.output/firefox-mv3');
  rmSync(output, { recursive: true, force: true });
  wxt(folder, 'build', '-b', 'firefox');
  const files = readdirSync(output, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [relative(output, path).split(sep).join('/'), new Uint8Array(readFileSync(path))];
    }),
  );
}

/** The paths whose bytes are not the same in both, or that only one has. */
export function differences(one: Map<string, Uint8Array>, other: Map<string, Uint8Array>): string[] {
  const paths = new Set([...one.keys(), ...other.keys()]);
  return [...paths].filter((path) => {
    const [a, b] = [one.get(path), other.get(path)];
    return a === undefined || b === undefined || Buffer.compare(a, b) !== 0;
  });
}
