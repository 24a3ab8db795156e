import { browser } from 'wxt/browser';
import { AppError } from '#utils/appError.ts';
import type { Input, MessageName, Output } from '#utils/messages.ts';
import { isGone } from './gone.ts';
import { type Answer, isAnswer } from './protocol.ts';

/**
 * Asks the background. Throws `AppError` with the background's code and field issues, or with `no_answer` when there is
 * no background to answer (the extension was updated or removed under this page). Every message may be sent again
 * without harm.
 */
export async function send<N extends MessageName>(name: N, input: Input<N>): Promise<Output<N>> {
  const answer = await ask({ name, input });
  if (!answer.ok) throw new AppError(answer.code, answer.issues, answer.retryAfterSeconds);
  // The background made it from its own typed handler and checked it with the table's schema before sending.
  return answer.value as Output<N>;
}

/** How often a question is asked: a worker that dies takes the answer with it, and asking again wakes a new one. */
const TRIES = 2;

async function ask(question: { name: string; input: unknown }): Promise<Answer> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    try {
      const answer: unknown = await unlessGone(browser.runtime.sendMessage(question));
      if (isAnswer(answer)) return answer;
    } catch {
      // "Extension context invalidated" or "Receiving end does not exist": the words differ by browser, the meaning does not.
    }
  }
  throw new AppError('no_answer');
}

/** How often (ms) a page that waits for an answer looks whether anybody is left to give it. */
const LOOK_EVERY = 1000;

/** `answer`, or an error as soon as the extension is gone: a message that was under way then is never answered. */
async function unlessGone<T>(answer: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setInterval> | undefined;
  const gone = new Promise<never>((_, reject) => {
    timer = setInterval(() => isGone() && reject(new AppError('no_answer')), LOOK_EVERY);
  });
  try {
    return await Promise.race([answer, gone]);
  } finally {
    clearInterval(timer);
  }
}
