import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

/** The file that an import names, from the root of the repository; null for a package's. */
function target(from: string, name: string): string | null {
  if (name.startsWith('#')) return name.slice(1);
  return name.startsWith('.') ? join(dirname(from), name) : null;
}

/** Every file of ours that this page draws from, stylesheets included. */
function reached(path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path) || !existsSync(join(ROOT, path))) return seen;
  seen.add(path);
  const names = read(path).matchAll(/(?:from|import|import\(|href=|src=)\s*["']([^"']+\.(?:css|tsx?))["']/g);
  for (const [, name = ''] of names) {
    const next = target(path, name);
    if (next !== null) reached(next, seen);
  }
  return seen;
}

const classesIn = (css: string) =>
  [...css.replace(/\{[^{}]*\}/g, '{}').matchAll(/\.([a-z][a-z0-9-]*)/g)].map(([, name = '']) => name);
const drawnIn = (tsx: string) =>
  [...tsx.matchAll(/\bclass="([^"]+)"/g)].flatMap(([, names = '']) => names.split(/\s+/));
const all = new Set(globSync('components/**/*.css', { cwd: ROOT }).flatMap((path) => classesIn(read(path))));

describe.each(['options', 'panel', 'popup'])('%s', (page) => {
  it('has the stylesheet of everything that it draws', () => {
    const files = [...reached(`entrypoints/${page}/index.html`)];
    expect(files.length).toBeGreaterThan(20);
    const styled = new Set(files.filter((path) => path.endsWith('.css')).flatMap((path) => classesIn(read(path))));
    const bare = files
      .filter((path) => path.endsWith('.tsx'))
      .flatMap((path) => drawnIn(read(path)).map((name) => ({ path, name })))
      .filter(({ name }) => all.has(name) && !styled.has(name));
    expect(bare).toEqual([]);
  });
});
