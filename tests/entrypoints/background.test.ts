import { join, relative } from 'node:path';
import { build, type Rollup } from 'vite';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

test('a key that wakes the background waits for nothing but its first script', async () => {
  const built = (await build({
    configFile: false,
    root: ROOT,
    logLevel: 'silent',
    build: {
      write: false,
      rollupOptions: { input: join(ROOT, 'entrypoints/background.ts'), preserveEntrySignatures: 'strict' },
    },
  })) as Rollup.RollupOutput;
  const [first] = built.output;
  const read = [first, ...built.output.filter(({ fileName }) => first.imports.includes(fileName))];
  const modules = read.flatMap((chunk) => ('modules' in chunk ? Object.keys(chunk.modules) : []));
  const own = modules.map((path) => relative(ROOT, path)).filter((path) => /^(?:utils|marketplace)\//.test(path));
  expect(own.sort()).toEqual(['utils/sites/askContent.ts', 'utils/sites/atOnce.ts']);
  expect(first.dynamicImports).toHaveLength(1);
}, 60_000);
