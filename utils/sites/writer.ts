import { browser } from 'wxt/browser';
import { CmsError } from '#utils/cms/types.ts';
import { CMS_ERROR_CODES, type CmsErrorCode } from '#utils/model/cmsLists.ts';
import { TabLostError } from '#utils/outbox/deps.ts';
import {
  WRITER_OUTPUTS,
  WriterFailure,
  type WriterInput,
  type WriterName,
  type WriterOutput,
} from '#utils/runtime/tabMessages.ts';

/** Puts the writer into a tab, once, and answers its name. Throws `TabLostError` when the page lets nobody in any more. */
export async function prepareWriter(tabId: number): Promise<string> {
  try {
    const [run] = await browser.scripting.executeScript({ target: { tabId, frameIds: [0] }, files: ['/writer.js'] });
    if (typeof run?.result === 'string') return run.result;
  } catch {
    // The tab was closed, or it went to another page.
  }
  throw new TabLostError();
}

/** Asks the writer of a tab. Throws `CmsError` as its driver did, `TabLostError` when no answer came. */
export async function askWriter<N extends WriterName>(
  tabId: number,
  name: N,
  input: WriterInput<N>,
): Promise<WriterOutput<N>> {
  let answer: unknown;
  try {
    answer = await browser.tabs.sendMessage(tabId, { name, input }, { frameId: 0 });
  } catch {
    throw new TabLostError();
  }
  const parsed = WRITER_OUTPUTS[name].safeParse(readAnswer(answer));
  if (!parsed.success) throw new TabLostError();
  return parsed.data as WriterOutput<N>;
}

/** What a script of ours in a tab has answered. Throws the `CmsError` that it met. */
export function readAnswer(answer: unknown): unknown {
  const failure = WriterFailure.safeParse(answer);
  if (failure.success) throw toError(failure.data);
  return typeof answer === 'object' && answer !== null && 'value' in answer ? answer.value : undefined;
}

function toError({ code, what, retryAfterSeconds, unwritten, traces }: WriterFailure): CmsError {
  const error = new CmsError(codeOf(code), what, retryAfterSeconds ?? null, traces);
  error.mayHaveWritten = unwritten !== true;
  return error;
}

/** A code that this version does not know came from a writer of another version. */
function codeOf(code: string): CmsErrorCode {
  return CMS_ERROR_CODES.find((known) => known === code) ?? 'markup_changed';
}
