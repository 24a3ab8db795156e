// @vitest-environment jsdom
import type { Options } from './doubles/joomla/state.ts';
import { startJoomla } from './doubles/joomla.ts';
import { joomlaTarget } from './joomlaSite.ts';
import { cmsSuite } from './suite.ts';

function double(name: string, options: Partial<Options>): void {
  const target = joomlaTarget(`${name}, double`, async () => {
    const { url, witness, close } = await startJoomla(options);
    return { url, witness, password: 'x', stop: close };
  });
  cmsSuite(target);
}

double('Joomla 3', { version: 3 });
double('Joomla 5 in a sub-folder', { version: 5, prefix: '/desa' });
