import { browser } from 'wxt/browser';
import { AppError } from '#utils/appError.ts';
import { MESSAGES, type MessageName } from '#utils/messages.ts';
import type { From, Handlers } from './handlers.ts';
import { type Answer, isQuestion } from './protocol.ts';
import { identify, type SenderRules } from './sender.ts';

type Sender = Parameters<typeof identify>[0];

/** Answers every question asked of the background. */
export function receiver(
  handlers: Handlers,
  known: Pick<SenderRules, 'isEnabled' | 'homeOf'>,
): (message: unknown, sender: Sender) => Promise<Answer> {
  const rules: SenderRules = {
    extensionId: browser.runtime.id,
    extensionOrigin: browser.runtime.getURL('/').replace(/\/$/, ''),
    ...known,
  };
  return (message, sender) =>
    identify(sender, rules)
      .then((from) => answer(handlers, message, from))
      // Every message gets an answer: a page that waits for ever would show nothing to press.
      .catch((error: unknown) => {
        console.error(error);
        return failure('internal');
      });
}

/** The border itself: name, sender and shape are checked before a handler runs, and its answer before it leaves. */
export async function answer(handlers: Handlers, message: unknown, from: From | null): Promise<Answer> {
  if (!isQuestion(message) || !isMessageName(message.name) || from === null) return failure('bad_message');
  const row = MESSAGES[message.name];
  if (!(row.from as readonly string[]).includes(from.page)) return failure('bad_message');
  const input = row.input.safeParse(message.input);
  if (!input.success) return failure('bad_message');
  try {
    // Which handler meets which input is known only per row; the table and `Handlers` are built from the same names.
    const handler = handlers[message.name] as (input: unknown, from: From) => Promise<unknown>;
    return { ok: true, value: row.output.parse(await handler(input.data, from)) };
  } catch (error) {
    if (error instanceof AppError) return failure(error.code, error.issues, error.retryAfterSeconds);
    console.error(message.name, error);
    return failure('internal');
  }
}

function isMessageName(name: string): name is MessageName {
  return Object.hasOwn(MESSAGES, name);
}

function failure(code: string, issues: AppError['issues'] = [], retryAfterSeconds: number | null = null): Answer {
  return { ok: false, code, issues, retryAfterSeconds };
}
