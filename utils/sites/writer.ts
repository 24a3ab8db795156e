import { browser } from 'wxt/browser';
import { CmsProblem } from '#utils/cms/types.ts';
import { CMS_PROBLEM_CODES, type CmsProblemCode } from '#utils/model/cmsLists.ts';
import { TabLost } from '#utils/outbox/deps.ts';
import {
  WRITER_OUTPUTS,
  WriterFailure,
  type WriterInput,
  type WriterName,
  type WriterOutput,
} from '#utils/runtime/tabMessages.ts';

/** Puts the writer into a tab, once, and answers its name. Throws `TabLost` when the page lets nobody in any more. */
export async function prepareWriter(tabId: number): Promise<string> {
  try {
    const [run] = await browser.scripting.executeScript({ target: { tabId, frameIds: [0] }, files: ['/writer.js'] });
    if (typeof run?.result === 'string') return run.result;
  } catch {
    // Closed, or gone to another page.
  }
  throw new TabLost();
}

/** Asks the writer of a tab. Throws `CmsProblem` as its driver did, `TabLost` when no answer came. */
export async function askWriter<N extends WriterName>(
  tabId: number,
  name: N,
  input: WriterInput<N>,
): Promise<WriterOutput<N>> {
  let answer: unknown;
  try {
    answer = await browser.tabs.sendMessage(tabId, { name, input }, { frameId: 0 });
  } catch {
    throw new TabLost();
  }
  const failure = WriterFailure.safeParse(answer);
  if (failure.success) throw new CmsProblem(codeOf(failure.data.code), failure.data.what);
  const value = typeof answer === 'object' && answer !== null && 'value' in answer ? answer.value : undefined;
  const parsed = WRITER_OUTPUTS[name].safeParse(value);
  if (!parsed.success) throw new TabLost();
  return parsed.data as WriterOutput<N>;
}

/** A code this version does not know came from a writer of another one. */
function codeOf(code: string): CmsProblemCode {
  return CMS_PROBLEM_CODES.find((known) => known === code) ?? 'markup_changed';
}
