import { type ChildProcess, spawn } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const HERE = import.meta.dirname;
const NODE = join(HERE, '../../../node_modules/.bin/node');

/**
 * Serves the WordPress in `dir` by PHP in WebAssembly (`runner` is its command) on a loopback port: slower, but it needs
 * nothing of the machine. The process it resolves to says "Ready!" on its output once it listens.
 */
export async function serveWasm(runner: string, dir: string, port: number, url: string): Promise<ChildProcess> {
  // The runner brings its own way to SQLite.
  await rm(join(dir, 'wp-content/db.php'), { force: true });
  const blueprint = join(dir, 'wp-content/blueprint.json');
  const code = "<?php putenv('WORDPRESS_DIR=/wordpress'); require '/internal/dodolan-setup.php';";
  // With fixed versions the runner does not ask the network which versions are the newest.
  const versions = { php: '8.3', wp: 'latest' };
  await writeFile(blueprint, JSON.stringify({ preferredVersions: versions, steps: [{ step: 'runPHP', code }] }));
  return spawn(
    NODE,
    [
      ...['--import', join(HERE, 'followParent.mjs'), runner, 'server', '--port', String(port), '--site-url', url],
      ...['--php', '8.3', '--workers', '2', '--no-intl', '--no-redis', '--no-memcached', '--blueprint', blueprint],
      ...['--mount-dir-before-install', dir, '/wordpress'],
      ...['--mount-before-install', `${join(dir, 'wp-content/php.ini')}:/internal/shared/php.ini`],
      ...['--mount-before-install', `${join(HERE, 'setup.php')}:/internal/dodolan-setup.php`],
      ...['--wordpress-install-mode', 'install-from-existing-files-if-needed'],
    ],
    { stdio: ['pipe', 'pipe', 'pipe'] },
  );
}
