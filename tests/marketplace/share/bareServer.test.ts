import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { drawCard } from '#marketplace/share/card.ts';
import { productCard } from '#marketplace/share/facts.ts';
import { sha256 } from '#tests/marketplace/harness.ts';
import { listing, viewOf } from '#tests/marketplace/pages/fixtures.ts';

const CODE = `
  const { createHash } = await import('node:crypto');
  const { drawCard } = await import('#marketplace/share/card.ts');
  const bytes = await drawCard('og', JSON.parse(process.env.CARD), []);
  process.stdout.write(createHash('sha256').update(bytes).digest('hex'));
`;

test('a server without any font draws the same picture, dot by dot', { timeout: 60_000 }, async () => {
  const { text } = productCard(viewOf(), listing({ name: 'Kué čenil ế' }));
  const here = sha256(await drawCard('og', text, []));
  const bare = mkdtempSync(join(tmpdir(), 'bare-'));
  try {
    const env = { ...process.env, CARD: JSON.stringify(text), HOME: bare, XDG_DATA_HOME: bare, XDG_CACHE_HOME: bare };
    const args = ['--import', 'tsx', '--input-type=module', '-e', CODE];
    const there = execFileSync(process.execPath, args, {
      env: { ...env, FONTCONFIG_FILE: '/dev/null', FONTCONFIG_PATH: bare },
    });
    expect(there.toString()).toBe(here);
  } finally {
    rmSync(bare, { recursive: true, force: true });
  }
});
