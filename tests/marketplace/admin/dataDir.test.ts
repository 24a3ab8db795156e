import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { acquireDataDir, DataDirBusyError, dataDirHolder } from '#marketplace/admin/acquireDataDir.ts';
import { postToFolder } from '#marketplace/admin/folderSocket.ts';
import { startHeartbeat } from '#marketplace/admin/heartbeat.ts';
import { beatFile, socketName } from '#marketplace/admin/holder.ts';
import { atEnd } from '#tests/support/lifetime.ts';
import { soon } from '#tests/support/soon.ts';

const timing = { beat: 20, patience: 500 };
/** Nobody has this number: it is larger than any that Linux gives. */
const NO_PID = 2 ** 22 + 1;
const holder = { pid: NO_PID, port: null, secret: 's' };

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'dodolan-folder-'));
  atEnd(() => rm(dataDir, { recursive: true, force: true }));
});

type Options = Parameters<typeof acquireDataDir>[2];
async function acquire(options: Options = {}, folder = dataDir) {
  const lock = await acquireDataDir(folder, holder, { timing, ...options });
  atEnd(lock.release);
  return lock;
}
const lockText = () => readFile(join(dataDir, 'admin.json'), 'utf8');

/** The lock of a holder that nobody can reach from here: on another machine, over a network volume. */
async function foreignLock() {
  const run = randomUUID();
  await writeFile(join(dataDir, 'admin.json'), JSON.stringify({ ...holder, port: 1, run, place: 'x', host: 'jauh' }));
  return startHeartbeat(beatFile(dataDir, run), timing, async () => {});
}

describe('the data folder', () => {
  it('is held by whoever listens on its socket, whatever number that process has', async () => {
    const lock = await acquire();
    expect(await dataDirHolder(dataDir, timing)).toMatchObject(holder);
    await expect(acquire()).rejects.toBeInstanceOf(DataDirBusyError);
    await lock.release();
    expect(await readdir(dataDir)).toEqual([]);
    await acquire();
  });

  it('is held by whoever gives signs of life over a network, however the clock jumps', async () => {
    const heartbeat = await foreignLock();
    for (const at of ['1999-01-01', '2099-01-01']) {
      vi.setSystemTime(at);
      await expect(acquire()).rejects.toMatchObject({ holder: { host: 'jauh' } });
    }
    vi.useRealTimers();
    await heartbeat.stop();
    await acquire();
    expect((await readdir(dataDir)).length).toBe(3);
  });

  it('goes to one of many that find its holder dead in the same moment', async () => {
    const heartbeat = await foreignLock();
    await heartbeat.stop();
    const onLost = vi.fn();
    const all = await Promise.allSettled(Array.from({ length: 12 }, () => acquire({ onLost })));
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const refusals = all.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    for (const refusal of refusals) expect(refusal).toBeInstanceOf(DataDirBusyError);
    expect(JSON.parse(await lockText())).toMatchObject(holder);
    expect(onLost).not.toHaveBeenCalled();
  });

  it('that another process took meanwhile is written to no more', async () => {
    const onLost = vi.fn();
    await acquire({ onLost });
    await writeFile(join(dataDir, 'admin.json'), JSON.stringify({ ...holder, secret: 'other' }));
    await soon(() => expect(onLost).toHaveBeenCalled());
  });

  it('is locked again when somebody removes the lock by hand', async () => {
    await acquire();
    const before = await lockText();
    await rm(join(dataDir, 'admin.json'));
    await soon(async () => expect(await lockText()).toBe(before));
  });

  it('is somebody’s when its lock cannot be read', async () => {
    await mkdir(join(dataDir, 'admin.json'));
    await expect(acquire()).rejects.toThrow('EISDIR');
    await expect(dataDirHolder(dataDir, timing)).rejects.toThrow('EISDIR');
  });

  it('may lie deeper than the address of a socket can say', async () => {
    const deep = join(dataDir, 'x'.repeat(100), 'y'.repeat(100));
    await acquire({ answer: (_, response) => response.end('di sini') }, deep);
    await expect(acquire({}, deep)).rejects.toBeInstanceOf(DataDirBusyError);
    const { run = '' } = (await dataDirHolder(deep, timing)) ?? {};
    expect(await postToFolder({ dataDir: deep, name: socketName(run) }, {}, '')).toEqual({
      status: 200,
      text: 'di sini',
    });
  });
});
