import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';

/** Who has the embedded database of a folder. The later members are not in what version 0.1.0 writes. */
const Holder = z.object({
  pid: z.int(),
  /** Loopback port of the server's control socket; null for a command that has the database only for a moment. */
  port: z.nullable(z.int()),
  secret: z.string(),
  /** Names the holder's own files: its heartbeat, and its socket where the folder can hold one. */
  run: z.optional(z.string().check(z.regex(/^[0-9a-f-]{36}$/))),
  /** The folder as the kernel of the holder knows it (`placeOf`). */
  place: z.optional(z.nullable(z.string())),
  host: z.optional(z.string()),
});
export type Holder = z.infer<typeof Holder>;

/** What stands in the lock: its text, and the holder that it names (null when it cannot be read). */
export interface Lock {
  text: string;
  holder: Holder | null;
}

const fileOf = (dataDir: string) => join(dataDir, 'admin.json');
export const beatFile = (dataDir: string, run: string) => join(dataDir, `admin-${run}.beat`);
export const socketName = (run: string) => `admin-${run}.sock`;

/** Null when there is no lock. Any other error is thrown: a lock that may not be read is somebody's. */
export async function readLock(dataDir: string): Promise<Lock | null> {
  const text = await readFile(fileOf(dataDir), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return null;
  const holder = Holder.safeParse(parseOrNull(text));
  return { text, holder: holder.success ? holder.data : null };
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** File systems that know no hard links. */
const NO_LINKS: ReadonlySet<string | undefined> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EINVAL']);

/**
 * Writes the lock, whole or not at all; false when there is one. It is the operator's key too: only its owner may read
 * it.
 */
export async function writeLock(dataDir: string, text: string): Promise<boolean> {
  const file = fileOf(dataDir);
  const whole = `${file}.${randomUUID()}`;
  const write = (to: string) => writeFile(to, text, { mode: 0o600, flag: 'wx' });
  try {
    await write(whole);
    await link(whole, file).catch((error: NodeJS.ErrnoException) => {
      if (NO_LINKS.has(error.code)) return write(file);
      throw error;
    });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(whole, { force: true });
  }
}

/**
 * Removes the lock only if it is still the one that was found to be nobody's, with the files of its holder. Of several
 * processes that found so, one removes it; whoever takes hold of a newer lock in that moment puts it back.
 */
export async function removeLock(dataDir: string, nobodys: Lock): Promise<void> {
  const aside = `${fileOf(dataDir)}.${randomUUID()}`;
  const isMine = await rename(fileOf(dataDir), aside).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false;
      throw error;
    },
  );
  if (!isMine) return;
  if ((await readFile(aside, 'utf8')) !== nobodys.text) await link(aside, fileOf(dataDir)).catch(() => {});
  else if (nobodys.holder?.run) await removeFiles(dataDir, nobodys.holder.run);
  await rm(aside, { force: true });
}

export async function removeFiles(dataDir: string, run: string): Promise<void> {
  await rm(join(dataDir, socketName(run)), { force: true });
  await rm(beatFile(dataDir, run), { force: true });
}

/**
 * The folder as this kernel knows it, the same in every container on it; null where the system does not say. Between two
 * processes with the same one, a socket in the folder tells for certain whether its owner lives.
 */
export async function placeOf(dataDir: string): Promise<string | null> {
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => null);
  if (boot === null) return null;
  const { dev, ino } = await stat(dataDir, { bigint: true });
  return `${boot.trim()} ${dev}:${ino}`;
}
