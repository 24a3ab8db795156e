import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { newId } from '#contract/newId.ts';
import { acquireDataDir, DataDirBusyError, dataDirHolder } from '#marketplace/admin/acquireDataDir.ts';
import { logNothing } from '#marketplace/log.ts';
import { startServer } from '#marketplace/server.ts';
import { fillFresh } from '#stack/market.ts';
import { freshDatabase } from './database.ts';
import { backends } from './harness.ts';

const ROOT = join(import.meta.dirname, '../..');
/** ms; these tests start whole processes and a new database. */
const PATIENCE = 300_000;

/**
 * Starts a program as a container does: as number 1 of a PID namespace, with a loopback network of its own. It ends with
 * `unshare` itself.
 */
const UNSHARE = [
  '--pid',
  '--fork',
  '--mount-proc',
  '--kill-child',
  '--net',
  ...(process.getuid?.() === 0 ? [] : ['--map-root-user']),
];
const canUnshare = spawnSync('unshare', [...UNSHARE, 'true']).status === 0;

/** The command line as an operator runs it, in its own process. */
async function operator(dataDir: string, argv: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'marketplace/cli.ts', ...argv], {
    cwd: ROOT,
    env: { PATH: process.env.PATH ?? '', DATA_DIR: dataDir, ...env },
  });
  const [out, error, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { out, error, code };
}

let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'dodolan-server-'));
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

describe('the embedded server and the command line', () => {
  it('share the data before, beside and after, and a request that was begun is answered', {
    timeout: PATIENCE,
  }, async () => {
    const before = await operator(dataDir, ['invite', 'Desa Dagan', 'https://dagan.desa.id'], {
      BASE_URL: 'https://pasar.example',
    });
    expect(before).toMatchObject({ code: 0, error: '' });
    expect(before.out).toMatch(/https:\/\/pasar\.example\/undang\/[0-9a-z]{38}\n/);

    const settings = { port: 0, dataDir, log: logNothing };
    const server = await startServer(settings);
    expect((await stat(join(dataDir, 'admin.json'))).mode & 0o077).toBe(0);
    const beside = await operator(dataDir, ['invite', 'Desa Dagan', 'https://dagan.desa.id/'], { LANG: 'en_US.UTF-8' });
    expect(beside.out).toContain('Invite for Desa Dagan');
    const invite = new RegExp(`${server.url}/undang/(\\S+)`).exec(beside.out)?.[1];
    const body = JSON.stringify({ invite, id: newId(), name: 'Laptop' });
    const slow = request(`${server.url}/v1/devices`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': String(body.length) },
    });
    slow.write(body.slice(0, 5));
    const answered = once(slow, 'response');
    await once(slow, 'socket');
    // Once a request that was sent later is answered, the server also has the first request.
    expect((await fetch(`${server.url}/desa/dagan`)).status).toBe(200);
    await expect(startServer(settings)).rejects.toBeInstanceOf(DataDirBusyError);
    const stopped = server.stop();
    slow.end(body.slice(5));
    const [response] = await answered;
    const redeemed = JSON.parse(await text(response));
    expect(redeemed.village).toMatchObject({ slug: 'dagan', url: `${server.url}/desa/dagan` });
    await stopped;
    await expect(fetch(server.url)).rejects.toThrow();
    expect(await readdir(dataDir)).not.toContain('admin.json');

    const after = await operator(dataDir, ['devices', 'dagan']);
    expect(after.out).toContain('Laptop');
  });

  it('see each other from one container to another on one volume: other process numbers, another loopback', {
    timeout: PATIENCE,
    skip: !canUnshare,
  }, async () => {
    const volume = await mkdtemp(join(tmpdir(), 'dodolan-volume-'));
    // The first start of a database is that of the test above.
    await fillFresh(volume);
    const inside = spawn('unshare', [...UNSHARE, process.execPath, '--import', 'tsx', 'marketplace/cli.ts', 'serve'], {
      cwd: ROOT,
      env: { PATH: process.env.PATH ?? '', DATA_DIR: volume, PORT: '0', BASE_URL: 'https://pasar.example' },
    });
    try {
      let said = '';
      inside.stdout.on('data', (part) => {
        said += String(part);
      });
      await vi.waitFor(() => expect(said).toContain('"started"'), { timeout: PATIENCE, interval: 100 });
      await expect(startServer({ port: 0, dataDir: volume, log: logNothing })).rejects.toBeInstanceOf(DataDirBusyError);
      const invited = await operator(volume, ['invite', 'Desa Dagan', 'https://dagan.desa.id']);
      expect(invited).toMatchObject({ code: 0, error: '', out: expect.stringContaining('pasar.example/undang/') });
      // unshare is not PID 1 of its namespace but the parent of it, and a killed namespace leaves its lock behind.
      const ended = once(inside, 'exit');
      inside.kill('SIGKILL');
      await ended;
      await vi.waitFor(async () => expect(await dataDirHolder(volume)).toBeNull(), { timeout: PATIENCE });
    } finally {
      inside.kill('SIGKILL');
      await rm(volume, { recursive: true, force: true });
    }
  });

  it('shows how it is used, and which setting is wrong, without touching the data', { timeout: PATIENCE }, async () => {
    const nowhere = join(dataDir, 'nowhere');
    const unknown = await operator(nowhere, ['nonsense']);
    expect(unknown).toMatchObject({ code: 1, out: '', error: expect.stringContaining('Pemakaian') });
    const wrong = await operator(nowhere, ['villages'], { BASE_URL: '/' });
    expect(wrong).toMatchObject({ code: 1, out: '', error: expect.stringContaining('BASE_URL') });
    expect(await readdir(dataDir)).not.toContain('nowhere');
  });
});

describe('the lock of the data folder', () => {
  const held = (holder: object) => writeFile(join(dataDir, 'admin.json'), JSON.stringify(holder));
  const mine = { pid: process.pid, port: null, secret: 's' };

  it('is held by a living process, and not by a dead one or by another program that got its number', async () => {
    await held({ pid: process.ppid, port: null, secret: 'x' });
    expect(await dataDirHolder(dataDir)).toMatchObject({ pid: process.ppid });
    await expect(acquireDataDir(dataDir, mine)).rejects.toBeInstanceOf(DataDirBusyError);

    const dead = spawn(process.execPath, ['--version']);
    await once(dead, 'exit');
    for (const gone of [
      { pid: dead.pid, port: null, secret: 'x' },
      { pid: process.ppid, port: 1, secret: 'x' },
      'junk',
    ]) {
      await held(typeof gone === 'string' ? [gone] : gone);
      const lock = await acquireDataDir(dataDir, mine);
      expect(await dataDirHolder(dataDir)).toMatchObject(mine);
      await lock.release();
      expect(await dataDirHolder(dataDir)).toBeNull();
    }
  });
});

describe.each(backends.filter((backend) => backend === 'postgres'))('servers on %s', (backend) => {
  it('share one database, which the command line asks itself', { timeout: PATIENCE }, async () => {
    const database = await freshDatabase(backend);
    const databaseUrl = database.pool.options.connectionString ?? '';
    const settings = { port: 0, dataDir, databaseUrl, baseUrl: 'https://pasar.example', log: logNothing };
    const [one, two] = await Promise.all([startServer(settings), startServer(settings)]);
    const invited = await operator(dataDir, ['invite', 'Desa Dagan', 'https://dagan.desa.id'], {
      DATABASE_URL: databaseUrl,
      BASE_URL: 'https://pasar.example',
    });
    expect(invited.code).toBe(0);
    for (const server of [one, two]) expect((await fetch(`${server.url}/desa/dagan`)).status).toBe(200);
    expect(one.deps.secret.equals(two.deps.secret)).toBe(true);
    await Promise.all([one.stop(), two.stop()]);
    await database.close();
  });
});
