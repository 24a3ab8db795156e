import { writeFileSync } from 'node:fs';
import { BLANKS_FILE, blanksOf, WORD_FOLDERS } from './words/blanks.ts';

// `npm run words`: writes how many blanks each text has, which `t` is typed by. A test says when it was forgotten.
for (const folder of WORD_FOLDERS) writeFileSync(`${folder}/${BLANKS_FILE}`, blanksOf(folder));
