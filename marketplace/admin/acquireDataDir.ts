import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { hostname } from 'node:os';
import { SECOND } from '#contract/time.ts';
import { listenInFolder, tryFolderSocket } from './folderSocket.ts';
import { beats, startHeartbeat, TIMING, type Timing } from './heartbeat.ts';
import {
  beatFile,
  type Holder,
  type Lock,
  placeOf,
  readLock,
  removeFiles,
  removeLock,
  socketName,
  writeLock,
} from './holder.ts';

export type { Holder } from './holder.ts';

/** Another process has the embedded database of this folder, which only one process at a time can have. */
export class DataDirBusyError extends Error {
  override name = 'DataDirBusyError';
  constructor(readonly holder: Holder) {
    super(`the data folder is in use by process ${holder.pid}`);
  }
}

/** What a lock that cannot be read says of its holder: nothing. */
const UNKNOWN: Holder = { pid: 0, port: null, secret: '' };
/** How long a lock may be half written, where it cannot be written at once (ms). */
const HALF_WRITTEN_MS = SECOND;
/** How long a new holder waits to learn that another took the same dead lock's place in the same moment (ms). */
const CONTEST_MS = SECOND / 2;

/** The process that has the folder now; null when nobody has it. Takes seconds when only a heartbeat can tell. */
export async function dataDirHolder(dataDir: string, timing = TIMING): Promise<Holder | null> {
  const lock = await readLock(dataDir);
  return lock && (await isHeld(dataDir, lock, timing)) ? (lock.holder ?? UNKNOWN) : null;
}

interface Options {
  /** Answers what comes over the socket in the folder; without it the socket only shows that its owner lives. */
  answer?: RequestListener;
  /** Another process has taken the folder, because this one was taken for dead: nothing may be written any more. */
  onLost?: () => void;
  timing?: Timing;
}

/**
 * Takes the folder, or throws DataDirBusyError. A socket in the folder shows to every process on this kernel, in
 * whatever container, that the holder lives, and a heartbeat shows it to others on a network volume.
 */
export async function acquireDataDir(
  dataDir: string,
  holder: Pick<Holder, 'pid' | 'port' | 'secret'>,
  { answer = (_, response) => response.writeHead(503).end(), onLost = endProcess, timing = TIMING }: Options = {},
): Promise<{ release(): Promise<void> }> {
  await mkdir(dataDir, { recursive: true });
  const run = randomUUID();
  const text = JSON.stringify({ ...holder, run, place: await placeOf(dataDir), host: hostname() });
  // Both stand before the lock does: whoever reads the lock must find its owner alive.
  const socket = await listenInFolder(dataDir, socketName(run), answer);
  let isTaken = false;
  const heartbeat = await startHeartbeat(beatFile(dataDir, run), timing, async () => {
    if (!isTaken || (await isStillMine(dataDir, text))) return;
    isTaken = false;
    onLost();
  });
  const end = async () => {
    await heartbeat.stop();
    socket?.close();
    socket?.closeAllConnections();
    await removeFiles(dataDir, run);
  };
  try {
    await take(dataDir, text, timing);
    isTaken = true;
  } catch (error) {
    await end();
    throw error;
  }
  return {
    async release() {
      isTaken = false;
      await heartbeat.stop();
      if ((await readLock(dataDir))?.text === text) await removeLock(dataDir, { text, holder: null });
      await end();
    },
  };
}

function endProcess(): void {
  process.stderr.write('another process has taken the data folder\n');
  process.exit(1);
}

async function take(dataDir: string, text: string, timing: Timing): Promise<void> {
  let isContested = false;
  while (!(await writeLock(dataDir, text))) {
    const lock = await readLock(dataDir);
    if (lock === null) continue;
    if (await isHeld(dataDir, lock, timing)) throw new DataDirBusyError(lock.holder ?? UNKNOWN);
    await removeLock(dataDir, lock);
    isContested = true;
  }
  if (!isContested) return;
  await new Promise((resolve) => setTimeout(resolve, CONTEST_MS));
  const lock = await readLock(dataDir);
  if (lock?.text !== text) throw new DataDirBusyError(lock?.holder ?? UNKNOWN);
}

/** A lock that somebody removed by hand is written again. */
async function isStillMine(dataDir: string, text: string): Promise<boolean> {
  const lock = await readLock(dataDir);
  return lock === null ? writeLock(dataDir, text) : lock.text === text;
}

/**
 * Whether the holder of a lock lives. Only a socket that nobody listens on, in this very folder of this very kernel,
 * tells for certain that it does not; otherwise its heartbeat is waited for.
 */
async function isHeld(dataDir: string, { text, holder }: Lock, timing: Timing): Promise<boolean> {
  if (holder === null) {
    await new Promise((resolve) => setTimeout(resolve, HALF_WRITTEN_MS));
    const now = await readLock(dataDir);
    return now !== null && now.text !== text && isHeld(dataDir, now, timing);
  }
  if (holder.run === undefined) return livesByNumber(holder);
  const socket = await tryFolderSocket(dataDir, socketName(holder.run));
  if (socket === 'answers') return true;
  if (socket === 'refused' && holder.place && holder.place === (await placeOf(dataDir))) return false;
  return beats(beatFile(dataDir, holder.run), timing);
}

/**
 * Version 0.1.0 left only its number, which the system may have given to another program since, so a server must also
 * answer on its port.
 */
async function livesByNumber({ pid, port, secret }: Holder): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM means that the process lives, under another user.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  // A holder without a control socket but with our own process id is from an earlier life: in a container every process
  // may be number 1.
  if (port === null) return pid !== process.pid;
  const answer = await fetch(`http://127.0.0.1:${port}/`, { headers: { authorization: `Bearer ${secret}` } }).catch(
    () => null,
  );
  return answer?.ok ?? false;
}
