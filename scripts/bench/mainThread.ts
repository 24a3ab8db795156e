import type { Page } from '@playwright/test';

interface ProfileNode {
  id: number;
  callFrame: { url: string };
  children?: number[];
}

/** Microseconds between two looks of the profiler. */
const INTERVAL = 100;

/** Time (ms) that the page's main thread works, on whatever, while `visit` runs in a page that keeps its process. */
export async function mainThreadMs(page: Page, visit: () => Promise<void>): Promise<number> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  const worked = async (): Promise<number> => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
  };
  const before = await worked();
  await visit();
  const after = await worked();
  await devtools.detach();
  return after - before;
}

/** Time (ms) that the page's main thread spends in a script, and in what that script calls, while `visit` runs. */
export async function scriptMs(page: Page, script: string, visit: () => Promise<void>): Promise<number> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Profiler.enable');
  await devtools.send('Profiler.setSamplingInterval', { interval: INTERVAL });
  await devtools.send('Profiler.start');
  await visit();
  const { profile } = await devtools.send('Profiler.stop');
  await devtools.detach();

  const inScript = nodesUnder(profile.nodes, (node) => node.callFrame.url.endsWith(script));
  if (inScript.size === 0) throw new Error(`${script} was never seen running`);
  const { samples = [], timeDeltas = [] } = profile;
  // A delta is the time since the sample before: it belongs to what ran then.
  return samples.reduce((sum, id, at) => sum + (inScript.has(id) ? (timeDeltas[at + 1] ?? 0) : 0), 0) / 1000;
}

function nodesUnder(nodes: readonly ProfileNode[], isRoot: (node: ProfileNode) => boolean): Set<number> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const found = new Set<number>();
  const take = (id: number): void => {
    if (found.has(id)) return;
    found.add(id);
    for (const child of byId.get(id)?.children ?? []) take(child);
  };
  for (const node of nodes) if (isRoot(node)) take(node.id);
  return found;
}
