import { limit } from '#marketplace/http/limits.ts';
import { act } from '#marketplace/inquiries/act.ts';
import { LIMITS } from '#marketplace/inquiries/limits.ts';
import { ProblemError } from '#marketplace/problem.ts';
import type { PageHandler, PageRequest } from '#marketplace/web/page.ts';
import { Page } from '#marketplace/web/respond.ts';
import { link } from '#marketplace/web/view.ts';
import { THREAD } from '#marketplace/words/index.ts';
import { type CommandForm, readCommand } from './commands.ts';
import { type BuyerThread, findThread } from './find.ts';
import { field, readForm } from './form.ts';
import { privateMessage, threadOf, threadPage } from './thread.ts';
import type { FormName, Refused } from './views/model.ts';

export interface Posted {
  request: PageRequest;
  found: BuyerThread;
  form: URLSearchParams;
  /** The page once more, with the reasons for the refusal and with what was typed. */
  again(codes: string[], status?: number): Promise<Page>;
}

/**
 * A form of the private page. It checks that the link is known, that the form does not come too often, and that a
 * wanted tick is set; then it calls `handle`.
 */
export function threadForm(
  name: FormName,
  { isSure = () => true }: { isSure?: (posted: Posted) => boolean },
  handle: (posted: Posted) => Promise<Page | Response>,
): PageHandler {
  return async (request) => {
    const form = await readForm(request.c);
    const found = await threadOf(request);
    if (found instanceof Page) return found;
    const again = async (codes: string[], status = 422) => {
      const typed = {
        text: field(form, 'text'),
        price: field(form, 'price'),
        quantity: field(form, 'quantity'),
        email: field(form, 'email'),
      };
      const refused: Refused = { form: name, codes, typed };
      // The thread is read again, because a refusal often means that it has changed.
      return threadPage(request, (await findThread(request.deps, found.secret)) ?? found, refused, status);
    };
    const posted = { request, found, form, again };
    if (!isSure(posted)) return again(['sure_missing']);
    try {
      await limit(request.deps, LIMITS.writePerThread, found.key.id);
    } catch (error) {
      if (error instanceof ProblemError && error.code === 'too_many') return again([error.code], 429);
      throw error;
    }
    return handle(posted);
  };
}

export const isTicked = ({ form }: Posted): boolean => field(form, 'yakin') !== '';

/** Redirects with 303, so that reloading the page sends nothing again. */
export function backTo(request: PageRequest, secret: string): Response {
  const location = link(request.view, `/tanya/${secret}`);
  return new Response(null, {
    status: 303,
    headers: { location, 'cache-control': 'private, no-store', 'referrer-policy': 'no-referrer' },
  });
}

/** A form that is a command of the bargaining machine. */
export function commandForm(name: CommandForm, options: Parameters<typeof threadForm>[1] = {}): PageHandler {
  return threadForm(name, options, async ({ request, found, form, again }) => {
    const read = readCommand(name, form, found.listing);
    if ('codes' in read) return again(read.codes);
    const { refusal } = await act(request.deps, found.key, { ...read, deviceId: null });
    if (refusal) return again([refusal], 409);
    if (name !== 'hapus') return backTo(request, found.secret);
    const t = THREAD[request.view.locale];
    return privateMessage(request, t('erasedTitle'), t('erasedText'));
  });
}
