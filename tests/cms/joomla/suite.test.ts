// @vitest-environment jsdom
import type { Options } from '#tests/cms/doubles/joomla/state.ts';
import { startJoomla } from '#tests/cms/doubles/joomla.ts';
import { cmsSuite } from '#tests/cms/suite/index.ts';
import { joomlaTarget } from './site.ts';

function double(name: string, options: Partial<Options>, suite: { withFaults?: boolean } = {}): void {
  const target = joomlaTarget(`${name}, double`, async () => {
    const { url, state, witness, close } = await startJoomla(options);
    return { url, faults: state.faults, witness, password: 'x', stop: close };
  });
  cmsSuite(target, suite);
}

double('Joomla 3.10', { version: 3 });
double('Joomla 5.3 and 6.1 in a sub-folder', { version: 5, prefix: '/desa' });
double('Joomla 5.3 with stages', { version: 5, workflow: true }, { withFaults: false });
