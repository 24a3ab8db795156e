import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import type { AssistAnswers, AssistQuestion } from '#utils/cms/assist/inPage.ts';

/** Path of the helper in the build; WXT names it after its entrypoint. */
const HELPER = '/assist.js';

const ANSWERS = {
  form: z.object({
    asks: z.array(z.string().check(z.maxLength(60))).check(z.maxLength(8)),
    isNew: z.boolean(),
    hasPictureField: z.boolean(),
  }),
  differs: z.nullable(z.boolean()),
  signsOut: z.boolean(),
  shown: z.enum(['html', 'plain', 'unknown']),
  give: z.object({ title: z.boolean(), picture: z.boolean() }),
  look: z.object({
    isSame: z.boolean(),
    here: z.nullable(z.enum(['form', 'listed'])),
    found: z.optional(z.nullable(z.object({ url: z.string(), holds: z.enum(['linked', 'mentioned']) }))),
  }),
} satisfies Record<AssistQuestion['name'], z.ZodMiniType>;

/** Asks a page of an enabled site; null where the page lets no extension in, or is gone. */
export async function askAssist<N extends AssistQuestion['name']>(
  tabId: number,
  question: AssistQuestion & { name: N },
): Promise<AssistAnswers[N] | null> {
  const target = { tabId, frameIds: [0] };
  try {
    await browser.scripting.executeScript({ target, files: [HELPER as '/writer.js'] });
    const [answer] = await browser.scripting.executeScript({ target, func: callHelper, args: [question] });
    const parsed = ANSWERS[question.name].safeParse(answer?.result);
    return parsed.success ? (parsed.data as AssistAnswers[N]) : null;
  } catch {
    return null;
  }
}

/** Runs in the page: sent there as its source text, so it may name nothing of this file. */
function callHelper(question: AssistQuestion) {
  return globalThis.dodolanAssist?.(question);
}
