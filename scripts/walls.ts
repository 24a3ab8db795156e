import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toBiome, WALLS } from './walls/rules.ts';

// `npm run walls` writes the linter's rules from the table of floors. A test fails when that was forgotten.
writeFileSync(
  join(import.meta.dirname, '../biome.walls.json'),
  `${JSON.stringify({ $schema: './node_modules/@biomejs/biome/configuration_schema.json', ...toBiome(WALLS) }, null, 2)}\n`,
);
