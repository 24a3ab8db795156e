// This is loaded before the runner. When the process that started the runner is gone, in whatever way, its end of the
// pipe closes, and this ends the runner.
import { isMainThread } from 'node:worker_threads';

if (isMainThread) {
  process.stdin.on('end', () => process.exit(0));
  process.stdin.resume();
}
