import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, expect, test } from 'vitest';

const tree = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'dodolan-image-'));
const app = join(folder, 'app');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const dockerfile = readFileSync(join(tree, 'Dockerfile'), 'utf8').split('\n');

/** The sources of every COPY line. */
const copied = dockerfile.filter((line) => line.startsWith('COPY ')).flatMap((line) => line.split(' ').slice(1, -1));

/** What CMD starts, without `node`. */
const command: string[] = JSON.parse((dockerfile.find((line) => line.startsWith('CMD ')) ?? '').slice(4)).slice(1);

test('what the Dockerfile copies and installs is a whole marketplace, which ends when it is told to', async () => {
  for (const path of copied) cpSync(join(tree, path), join(app, path), { recursive: true });
  const install = spawnSync('npm', ['ci', '--omit=dev', '--ignore-scripts', '--loglevel=error'], { cwd: app });
  expect(install.status).toBe(0);

  const server = spawn(process.execPath, command, {
    cwd: app,
    env: { PATH: process.env.PATH, NODE_ENV: 'production', PORT: '0', DATA_DIR: join(folder, 'data') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const url = await startedAt(createInterface(server.stdout));
    const health = await fetch(`${url}/healthz`);
    expect(await health.text()).toBe('ok');
    expect((await fetch(url)).status).toBe(200);
    const ended = once(server, 'exit');
    server.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
  } finally {
    server.kill('SIGKILL');
  }
});

async function startedAt(lines: AsyncIterable<string>): Promise<string> {
  for await (const line of lines) {
    const found = /"event":"started","url":"([^"]+)"/.exec(line);
    if (found?.[1] !== undefined) return found[1];
  }
  throw new Error('the server ended before it had started');
}
