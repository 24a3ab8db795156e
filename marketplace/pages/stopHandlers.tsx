import { limitSender } from '#marketplace/http/limits.ts';
import { NOTICE_LIMITS } from '#marketplace/notify/limits.ts';
import { readStop, resumeMails, stopMails } from '#marketplace/notify/mail/stop.ts';
import { renderMessage } from '#marketplace/web/Message.tsx';
import type { PageHandler, PageRequest } from '#marketplace/web/page.ts';
import { link } from '#marketplace/web/view.ts';
import { NOTIFY } from '#marketplace/words/index.ts';
import { privateMessage, privatePage } from './thread/thread.ts';

/** The address that the link is about, or null; wrong links are counted, though nobody can guess one. */
async function addressOf({ deps, c, param }: PageRequest): Promise<string | null> {
  const key = readStop(deps, param('token'));
  if (key === null) await limitSender(deps, NOTICE_LIMITS.stopPerSender, c);
  return key;
}

function unknown(request: PageRequest) {
  const n = NOTIFY[request.view.locale];
  return privateMessage(request, n('stopUnknownTitle'), n('stopUnknownText'), 404);
}

function button(action: string, label: string) {
  return (
    <form method="post" action={action}>
      <button class="btn btn-primary btn-large" type="submit">
        {label}
      </button>
    </form>
  );
}

/** Asks before it stops anything: mail programs open links by themselves, to look for what is harmful. */
export const stopPage: PageHandler = async (request) => {
  if ((await addressOf(request)) === null) return unknown(request);
  const { view, param } = request;
  const n = NOTIFY[view.locale];
  const form = button(link(view, `/berhenti/${param('token')}`), n('stopPress'));
  return privatePage(renderMessage(view, { title: n('stopTitle'), text: n('stopText') }, form));
};

/** Also what a mail program sends for its own button (RFC 8058): without a cookie and from anywhere. */
export const stopSent: PageHandler = async (request) => {
  const address = await addressOf(request);
  if (address === null) return unknown(request);
  const { deps, view, param } = request;
  await stopMails(deps, address, 'asked');
  const n = NOTIFY[view.locale];
  const form = button(link(view, `/berhenti/${param('token')}/batal`), n('stopUndo'));
  return privatePage(renderMessage(view, { title: n('stoppedTitle'), text: n('stoppedText') }, form));
};

export const stopUndone: PageHandler = async (request) => {
  const address = await addressOf(request);
  if (address === null) return unknown(request);
  await resumeMails(request.deps, address);
  const n = NOTIFY[request.view.locale];
  return privateMessage(request, n('resumedTitle'), n('resumedText'));
};
