import { readFileSync } from 'node:fs';
import vm from 'node:vm';
import type { Page } from './buyer.ts';

const SOLVER = readFileSync(new URL('../../../marketplace/inquiries/proofOfWork/solver.js', import.meta.url), 'utf8');

/** The attributes of a hidden field of the page; undefined when it has none of that name. */
export function hiddenField({ html }: Page, name: string): Record<string, string> | undefined {
  const [tag] = new RegExp(`<input [^>]*name="${name}"[^>]*>`).exec(html) ?? [];
  return tag && Object.fromEntries([...tag.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key, value = '']) => [key, value]));
}

/** The solution that the page's script puts into the form; the script itself runs here as the worker that it starts. */
export function solve(page: Page): string {
  const answers: string[] = [];
  const self = { onmessage: (_: { data: object }) => {}, postMessage: (data: string) => answers.push(data) };
  vm.runInNewContext(SOLVER, { self });
  const work = hiddenField(page, 'jawaban');
  const challenge = hiddenField(page, 'soal')?.value;
  self.onmessage({ data: { challenge, puzzles: Number(work?.['data-puzzles']), bits: Number(work?.['data-bits']) } });
  return answers[0] ?? '';
}
