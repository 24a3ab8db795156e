import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { needProgram } from './system.ts';

export interface Display {
  /** Moves the mouse to a place (px of the screen) and presses a button: 1 left, 3 right. */
  press(at: { x: number; y: number }, button: 1 | 3): void;
  /** Presses keys by their X names, e.g. `Down` or `ctrl+c`. */
  keys(...names: string[]): void;
  /** Holds keys down, rests (ms), and presses a letter; answers when all is let go. */
  chord(held: string[], letter: string, rest: number): void;
  stop(): void;
}

/** How large the screen is (px). */
const SIZE = '1400x1000x24';

/**
 * A screen that nobody looks at, with the hands of a person on it: what is pressed goes through the X server, so menus and
 * buttons that are the browser's own are reached as well. Sets `DISPLAY` for every browser that is started after it.
 */
export async function startDisplay(): Promise<Display> {
  const [server, hands] = [needProgram('Xvfb', 'xvfb'), needProgram('xdotool', 'xdotool')];
  const child = spawn(server, ['-displayfd', '3', '-screen', '0', SIZE, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const before = process.env.DISPLAY;
  process.env.DISPLAY = `:${await numberOf(child)}`;
  const hand = (...args: string[]) => void execFileSync(hands, args);
  return {
    press({ x, y }, button) {
      hand('mousemove', '--sync', String(Math.round(x)), String(Math.round(y)), 'click', String(button));
    },
    keys: (...names) => hand('key', '--delay', '120', ...names),
    chord(held, letter, rest) {
      const down = held.flatMap((name) => ['keydown', name]);
      const up = held.flatMap((name) => ['keyup', name]);
      hand(...down, 'sleep', String(rest / 1000), 'key', '--delay', '0', letter, ...up);
    },
    stop() {
      child.kill();
      if (before === undefined) delete process.env.DISPLAY;
      else process.env.DISPLAY = before;
    },
  };
}

/** An expression that, run in a page, answers where the middle of what a selector finds lies on the screen (px). */
export const middleOf = (selector: string, index = 0): string => `(() => {
  const { left, top, width, height } = document.querySelectorAll(${JSON.stringify(selector)})[${index}].getBoundingClientRect();
  const edge = (outerWidth - innerWidth) / 2;
  return { x: screenX + edge + left + width / 2, y: screenY + outerHeight - innerHeight - edge + top + height / 2 };
})()`;

/** The number that the server chose for its display, which it writes when it can be used. */
function numberOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.stdio[3]?.once('data', (said: Buffer) => resolve(said.toString().trim()));
    child.once('exit', () => reject(new Error('Xvfb did not start')));
  });
}
