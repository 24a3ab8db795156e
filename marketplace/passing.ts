import { isDatabaseAway } from './db/away.ts';

const DISK: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EMFILE', 'ENFILE']);

/** Whether the disk takes nothing now: it is full, a quota is used up, or this process has no file handle left. */
export function isDiskFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && DISK.has(String(error.code));
}

/** Whether the same request may succeed later without anybody changing it; the service then answers 503. */
export function isPassing(error: unknown): boolean {
  return isDatabaseAway(error) || isDiskFull(error);
}
