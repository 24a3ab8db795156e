// Loaded before the runner: when whoever started it is gone, however it went, its end of the pipe closes and this ends.
import { isMainThread } from 'node:worker_threads';

if (isMainThread) {
  process.stdin.on('end', () => process.exit(0));
  process.stdin.resume();
}
