// This runs before `npm start` and `npm test` on whatever Node the machine has (>= 20). It is plain JavaScript without
// imports from packages, because it is what installs them. It does nothing when everything is in place.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';

const installed = 'node_modules/.package-lock.json';
const stale = !existsSync(installed) || statSync('package-lock.json').mtimeMs > statSync(installed).mtimeMs;
if (stale) {
  console.log('Memasang paket npm (sekali saja) / installing npm packages (once) …');
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
}

/** Runs a command with this process's output; ends this process with the command's code when it fails. */
function run(command, args) {
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) process.exit(status ?? 1);
}
