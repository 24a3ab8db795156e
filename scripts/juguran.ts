import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { VILLAGES } from './juguran/goods.ts';
import { PICTURES } from './juguran/pictures.ts';
import { SITES } from './juguran/sites.ts';
import { faultsOf, printTable } from './juguran/table.ts';
import { type Evening, playVillage } from './juguran/village.ts';
import { startChatPage } from './stack/chatPage.ts';
import { startMarket } from './stack/market.ts';
import { needChromium } from './stack/system.ts';
import type { SuiteResult } from './suiteResult.ts';

/**
 * `npm run juguran [n]` plays the evening for which Dodolan was made, on one machine: n villages (12 unless said
 * otherwise), three at a time, each with a browser and a CMS of its own, from the invite to the deals. It ends with a
 * table, and with 1 when anything was lost or doubled or a village did not come to its end. `--built` takes the extension
 * as it was built before.
 */
const AT_ONCE = 3;

const villages = Number(process.argv.slice(2).find((word) => /^\d+$/.test(word)) ?? VILLAGES.length);
if (villages < 1 || villages > VILLAGES.length) {
  console.error(`Between 1 and ${VILLAGES.length} villages, please.`);
  process.exit(1);
}
rmSync(PICTURES, { recursive: true, force: true });
needChromium();
if (!process.argv.includes('--built')) build();

const began = Date.now();
const [market, chat] = await Promise.all([startMarket({ trustedProxies: 1 }), startChatPage()]);
const evenings: Evening[] = [];
let next = 0;
await Promise.all(Array.from({ length: Math.min(AT_ONCE, villages) }, playOnAndOn));
chat.stop();
await market.stop();

evenings.sort((one, other) => VILLAGES.indexOf(one.village) - VILLAGES.indexOf(other.village));
printTable(evenings, (Date.now() - began) / 1000);
const failures = evenings.flatMap((evening) => faultsOf(evening).map((fault) => `${evening.village}: ${fault}`));
for (const failure of failures) console.log(`  ${failure}`);
if (evenings.some(({ stopped }) => stopped !== null)) console.log(`What was on the screen is in ${PICTURES}.`);
report({
  passed: evenings.filter((evening) => faultsOf(evening).length === 0).length,
  failures,
});
process.exit(failures.length === 0 ? 0 : 1);

/** One of the seats in the room: village after village, until all have had their turn. */
async function playOnAndOn(): Promise<void> {
  while (next < villages) {
    const at = next;
    next += 1;
    const open = SITES[at % SITES.length];
    if (open === undefined) throw new Error('there is no kind of site');
    const evening = await playVillage(market, { marketUrl: market.url, chat }, at, open);
    evenings.push(evening);
    const end = evening.stopped === null ? `${evening.seconds.toFixed(0)} s` : `stopped: ${evening.stopped}`;
    console.log(`Desa ${evening.village} (${evening.cms}): ${end}\n  ${evening.steps.join(', ')}`);
  }
}

function build(): void {
  const env = { ...process.env, DODOLAN_E2E: '1' };
  const stdio = ['ignore', 'ignore', 'inherit'] as const;
  const { status } = spawnSync('wxt', ['build'], { stdio: [...stdio], env, shell: process.platform === 'win32' });
  if (status !== 0) process.exit(status ?? 1);
}

/** For `npm test`, which adds it up. */
function report(result: SuiteResult): void {
  const file = process.env.DODOLAN_REPORT;
  if (file !== undefined) writeFileSync(file, JSON.stringify(result));
}
