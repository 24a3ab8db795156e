import { h } from 'preact';
import type { Actor } from '#marketplace/http/actor.ts';
import { limit, limitSender } from '#marketplace/http/limits.ts';
import { isForeignPost } from '#marketplace/http/sameOrigin.ts';
import { readForm } from '#marketplace/pages/thread/form.ts';
import { privatePage } from '#marketplace/pages/thread/thread.ts';
import { ProblemError } from '#marketplace/problem.ts';
import { phoneActor } from '#marketplace/villages/phones.ts';
import { Kept } from '#marketplace/web/Kept.tsx';
import { renderMessage } from '#marketplace/web/Message.tsx';
import type { PageHandler, PageRequest } from '#marketplace/web/page.ts';
import type { Page } from '#marketplace/web/respond.ts';
import { link } from '#marketplace/web/view.ts';
import { JAWAB, type JawabWords } from '#marketplace/words/index.ts';
import { phoneToken } from './cookie.ts';

const HOUR_SECONDS = 3600;
const WRONG_PHONE = { name: 'jawab-wrong', max: 60, seconds: 600 };
const WRITES_PER_PHONE = { name: 'jawab-write', max: 240, seconds: HOUR_SECONDS };
const READS_PER_PHONE = { name: 'jawab-read', max: 1200, seconds: HOUR_SECONDS };

/** A request of a paired phone. */
export interface PhoneRequest extends PageRequest {
  actor: Actor;
  j: JawabWords;
}

export function jawabMessage(
  { view, c }: PageRequest,
  { title, text }: { title: string; text: string },
  status: number,
  action?: { href: string; label: string },
): Page {
  const kept = status >= 400 ? h(Kept, { view, typed: c.var.typed }) : null;
  return privatePage(renderMessage(view, { title, text, isOffice: true, ...(action && { action }) }, kept), status);
}

/** A page for paired phones alone; anybody else is told how a phone is paired, and a blocked village that it is. */
export function phonePage(handle: (request: PhoneRequest) => Promise<Page | Response>): PageHandler {
  return async (request) => {
    const { deps, c, view } = request;
    const j = JAWAB[view.locale];
    const token = phoneToken(c, deps.config);
    const actor = token === null ? 'unknown' : await phoneActor(deps, token);
    if (actor === 'unknown') {
      if (token !== null) await limitSender(deps, WRONG_PHONE, c);
      return jawabMessage(request, { title: j('unpairedTitle'), text: j('unpairedText') }, 401);
    }
    if (actor === 'blocked') return jawabMessage(request, { title: j('blockedTitle'), text: j('blockedText') }, 403);
    if (actor.practice !== null) view.isPractice = true;
    await limit(deps, READS_PER_PHONE, `${actor.villageId}/${actor.deviceId}`);
    return handle({ ...request, actor, j });
  };
}

/** A form of a paired phone, sent by one of our own pages. `tooMany` says that the phone sent more than people write. */
export function phoneForm(
  handle: (request: PhoneRequest, sent: { form: URLSearchParams; tooMany: boolean }) => Promise<Page | Response>,
): PageHandler {
  return async (request) => {
    const { deps, c, view } = request;
    if (isForeignPost(c, deps.config)) {
      const j = JAWAB[view.locale];
      const back = { href: link(view, '/jawab'), label: j('toList') };
      return jawabMessage(request, { title: j('foreignTitle'), text: j('foreignText') }, 403, back);
    }
    const form = await readForm(c);
    return phonePage(async (known) => {
      try {
        await limit(deps, WRITES_PER_PHONE, `${known.actor.villageId}/${known.actor.deviceId}`);
      } catch (error) {
        if (error instanceof ProblemError && error.code === 'too_many') return handle(known, { form, tooMany: true });
        throw error;
      }
      return handle(known, { form, tooMany: false });
    })(request);
  };
}
