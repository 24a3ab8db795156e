import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';

const Holder = z.object({
  pid: z.int(),
  /** Loopback port of the server's control socket; null for a command that has the database only for a moment. */
  port: z.nullable(z.int()),
  secret: z.string(),
});
export type Holder = z.infer<typeof Holder>;

const fileOf = (dataDir: string) => join(dataDir, 'admin.json');

/** Another process has the embedded database of this folder, which only one process at a time can have. */
export class DataDirBusyError extends Error {
  override name = 'DataDirBusyError';
  constructor(readonly holder: Holder) {
    super(`the data folder is in use by process ${holder.pid}`);
  }
}

/** The process that has the folder now; null when nobody has it or that process no longer lives. */
export async function dataDirHolder(dataDir: string): Promise<Holder | null> {
  const text = await readFile(fileOf(dataDir), 'utf8').catch(() => null);
  if (text === null) return null;
  const holder = Holder.safeParse(parseOrNull(text));
  return holder.success && (await lives(holder.data)) ? holder.data : null;
}

/** Takes the folder, or throws DataDirBusyError. The file is the operator's key too: only its owner may read it. */
export async function acquireDataDir(dataDir: string, holder: Holder): Promise<{ release(): Promise<void> }> {
  await mkdir(dataDir, { recursive: true });
  const other = await dataDirHolder(dataDir);
  if (other) throw new DataDirBusyError(other);
  await rm(fileOf(dataDir), { force: true });
  await writeFile(fileOf(dataDir), JSON.stringify(holder), { mode: 0o600, flag: 'wx' });
  return { release: () => rm(fileOf(dataDir), { force: true }) };
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * The system may give a process id to another program after a crash, so a server must also answer on its control
 * socket.
 */
async function lives({ pid, port, secret }: Holder): Promise<boolean> {
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
