import { formRules, lineReader, photoMaker, photoTools } from '#components/draft/code.ts';
import { phoneRules, unitReader } from '#components/form/code.ts';
import { beginningsCode, consignedCode, previewCode, waitingCode } from '#components/panel/LazyList.tsx';

/** Reads what the panel reads after its first letter, so that a test does not race with it on a busy machine. */
export async function readCodes(): Promise<void> {
  const all = [formRules, lineReader, photoMaker, photoTools, phoneRules, unitReader];
  const views = [beginningsCode, consignedCode, previewCode, waitingCode];
  await Promise.all([...all, ...views].map((code) => code.load()));
}
