import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const HERE = import.meta.dirname;

/** What a village's host commonly allows; the scripts never change while the site runs. */
const SETTINGS = Object.entries({
  memory_limit: '256M',
  upload_max_filesize: '8M',
  post_max_size: '16M',
  display_errors: '0',
  log_errors: '1',
  sendmail_path: '/bin/true',
  'opcache.enable_cli': '1',
  'opcache.validate_timestamps': '0',
}).flatMap(([name, value]) => ['-d', `${name}=${value}`]);

/** Each waits for SQLite more than it works, and a page of the admin asks for six things at once. */
const WORKERS = '4';

/**
 * Serves the WordPress in `dir` by the PHP program `php` on a loopback port; `sqlite` is the folder of the plugin that keeps
 * the database. The process it resolves to says "started" on its output once it listens.
 */
export async function serveNative(
  php: string,
  dir: string,
  sqlite: string,
  port: number,
  url: string,
): Promise<ChildProcess> {
  const env = { ...process.env, WORDPRESS_DIR: dir, WORDPRESS_URL: url, PHP_CLI_SERVER_WORKERS: WORKERS };
  const dropIn = await readFile(join(sqlite, 'db.copy'), 'utf8');
  await writeFile(join(dir, 'wp-content/db.php'), dropIn.replaceAll('{SQLITE_IMPLEMENTATION_FOLDER_PATH}', sqlite));
  for (const script of ['install.php', 'setup.php']) {
    await promisify(execFile)(php, [...SETTINGS, join(HERE, script)], { env });
  }
  const server = [php, ...SETTINGS, '-S', `127.0.0.1:${port}`, '-t', dir, join(HERE, 'router.php')];
  return spawn(process.execPath, [join(HERE, 'serve.mjs'), ...server], { env, stdio: ['pipe', 'pipe', 'pipe'] });
}
