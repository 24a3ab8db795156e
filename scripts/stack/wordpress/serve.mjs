// This runs a command in a process group of its own and ends the whole group when it is told to end, or when the process
// that started it is gone in whatever way (its end of the pipe closes then). PHP's server forks workers that outlive
// it otherwise.
import { spawn } from 'node:child_process';

const [command, ...args] = process.argv.slice(2);
const child = spawn(command, args, { detached: true, stdio: ['ignore', 'inherit', 'inherit'] });

function end() {
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // The group is gone already.
  }
  process.exit(0);
}

child.on('exit', end);
process.on('SIGTERM', end);
process.stdin.on('end', end);
process.stdin.resume();
