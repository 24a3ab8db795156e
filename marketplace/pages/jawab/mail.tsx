import { EmailAddress } from '#contract';
import { maskPlace } from '#contract/maskPlace.ts';
import { limitSender } from '#marketplace/http/limits.ts';
import { confirmContact, readConfirm } from '#marketplace/notify/confirm.ts';
import { NOTICE_LIMITS } from '#marketplace/notify/limits.ts';
import { askToConfirm, forgetOfficial } from '#marketplace/notify/official.ts';
import type { Contact } from '#marketplace/notify/owed.ts';
import { keepBrowser } from '#marketplace/notify/push/keep.ts';
import { readSubscription } from '#marketplace/notify/push/subscription.ts';
import { field } from '#marketplace/pages/thread/form.ts';
import { privatePage } from '#marketplace/pages/thread/thread.ts';
import { ProblemError } from '#marketplace/problem.ts';
import { renderMessage } from '#marketplace/web/Message.tsx';
import type { PageHandler, PageRequest } from '#marketplace/web/page.ts';
import { seeOther } from '#marketplace/web/respond.ts';
import { link } from '#marketplace/web/view.ts';
import { JAWAB } from '#marketplace/words/index.ts';
import { listPage } from './list.tsx';
import { jawabMessage, phoneForm } from './phone.ts';

/** The official's address: a mail with a link goes there, and nothing else before that link was opened. */
export const mailSent: PageHandler = phoneForm(async (request, { form, tooMany }) => {
  const { deps, view, actor } = request;
  const email = field(form, 'email').trim();
  const again = (code: string, status: number) => listPage(request, { refused: { codes: [code], email }, status });
  if (tooMany) return again('too_many', 429);
  const address = EmailAddress.safeParse(email);
  if (deps.config.mail === null || !address.success) return again('email_malformed', 422);
  try {
    await askToConfirm(deps, actor, { address: address.data, locale: view.locale });
  } catch (error) {
    if (error instanceof ProblemError && error.code === 'too_many') return again('too_many', 429);
    throw error;
  }
  return seeOther(`${link(view, '/jawab')}#kabari`);
});

/** Keeps the browser in which the page's button was pressed. The page's script asks, and reads no page for an answer. */
export const pushSent: PageHandler = phoneForm(async ({ deps, view, actor }, { form, tooMany }) => {
  const subscription = readSubscription(field(form, 'langganan'));
  if (tooMany) return new Response(null, { status: 429 });
  if (deps.config.vapid === null || subscription === null) return new Response(null, { status: 422 });
  const owner = { villageId: actor.villageId, deviceId: actor.deviceId };
  await keepBrowser(deps, owner, { subscription, locale: view.locale });
  return new Response(null, { status: 204 });
});

/** Forgets the address, or this browser, that was told of new questions. */
export const tellNoMore = (channel: 'mail' | 'push'): PageHandler =>
  phoneForm(async ({ deps, view, actor }) => {
    await forgetOfficial(deps.db, actor, channel);
    return seeOther(`${link(view, '/jawab')}#kabari`);
  });

async function contactOf(request: PageRequest): Promise<Contact | null> {
  const contact = await readConfirm(request.deps, request.param('token'));
  if (contact === null) await limitSender(request.deps, NOTICE_LIMITS.stopPerSender, request.c);
  return contact;
}

function bad(request: PageRequest) {
  const j = JAWAB[request.view.locale];
  return jawabMessage(request, { title: j('mailConfirmBadTitle'), text: j('mailConfirmBadText') }, 404);
}

/** The page behind the link of that mail; it needs no paired phone, because mail is read anywhere. */
export const confirmPage: PageHandler = async (request) => {
  const contact = await contactOf(request);
  if (contact === null) return bad(request);
  const { deps, view, param } = request;
  const j = JAWAB[view.locale];
  const village = await deps.db
    .selectFrom('villages')
    .select(['name', 'district', 'regency'])
    .where('id', '=', contact.village_id)
    .executeTakeFirstOrThrow();
  const text = j('mailConfirmText', maskPlace(village).name);
  const form = (
    <form method="post" action={link(view, `/jawab/surel/${param('token')}`)}>
      <button class="btn btn-primary btn-large" type="submit">
        {j('mailConfirmPress')}
      </button>
    </form>
  );
  return privatePage(renderMessage(view, { title: j('mailConfirmTitle'), text, isOffice: true }, form));
};

export const confirmSent: PageHandler = async (request) => {
  const contact = await contactOf(request);
  if (contact === null) return bad(request);
  await confirmContact(request.deps, contact);
  const j = JAWAB[request.view.locale];
  return jawabMessage(request, { title: j('mailConfirmedTitle'), text: j('mailConfirmedText') }, 200);
};
