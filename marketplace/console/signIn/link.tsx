import { EmailAddress } from '#contract';
import { readCookie } from '#marketplace/console/cookies.ts';
import { consoleMessage } from '#marketplace/console/message.ts';
import { linkTo, wayBack } from '#marketplace/console/way.ts';
import { countHit, limitSender } from '#marketplace/http/limits.ts';
import { isForeignPost } from '#marketplace/http/sameOrigin.ts';
import { operatorNamed } from '#marketplace/operators/account.ts';
import { makeLink, readLink, useLink } from '#marketplace/operators/links.ts';
import { mailLink } from '#marketplace/operators/mail.ts';
import { field, readForm } from '#marketplace/pages/thread/form.ts';
import { privatePage } from '#marketplace/pages/thread/thread.ts';
import { renderPage } from '#marketplace/web/document.tsx';
import type { PageHandler, PageRequest } from '#marketplace/web/page.ts';
import { seeOther } from '#marketplace/web/respond.ts';
import { link } from '#marketplace/web/view.ts';
import { CONSOLE } from '#marketplace/words/index.ts';
import { browserOf } from './browser.ts';
import { enter } from './enter.ts';
import { signInPage } from './pages.tsx';

const MAILS = { name: 'operator-mail', max: 10, seconds: 3600 };
const MAILS_TO_ONE = { name: 'operator-mail-to', max: 5, seconds: 3600 };
const WRONG_LINKS = { name: 'operator-link', max: 30, seconds: 600 };

/** Mails a link to an operator's address, and says the same of every address. */
export const mailAsked: PageHandler = async (request) => {
  const { deps, c } = request;
  const form = await readForm(c);
  if (isForeignPost(c, deps.config)) return consoleMessage(request, 'foreignTitle', 'foreignText', 403);
  const typed = field(form, 'email').trim();
  const address = EmailAddress.safeParse(typed);
  if (!address.success) return signInPage(request, { email: typed, status: 422 });
  await limitSender(deps, MAILS, c);
  const browser = browserOf(request);
  // Nothing of it is waited for: how long it takes would tell who is an operator.
  mailTo(request, address.data, browser.code).catch((error) =>
    deps.log('error', 'operator_mail', { reason: String(error) }),
  );
  const page = consoleMessage(request, 'mailSentTitle', 'mailSentText', 200, '/pengelola/masuk');
  if (browser.setCookie !== null) page.headers.append('set-cookie', browser.setCookie);
  return page;
};

/** Mails a link where the address is an operator's, who gets no more mails than a person asks for, whoever asks. */
async function mailTo({ deps, view, query }: PageRequest, address: string, browser: string): Promise<void> {
  const operator = await operatorNamed(deps, address);
  // A name is no address.
  if (operator?.email !== address.toLowerCase()) return;
  if ((await countHit(deps, MAILS_TO_ONE, operator.id)).hits > MAILS_TO_ONE.max) return;
  const path = await makeLink(deps, operator.id, { browser, way: 'mail' });
  await mailLink(deps, operator, link(view, path, { ke: wayBack(query('ke')) }), view.locale);
}

async function linkOf(request: PageRequest) {
  const { deps, c, param } = request;
  const found = await readLink(deps, param('token'), readCookie('browser', c, deps.config));
  if (found === null) {
    await limitSender(deps, WRONG_LINKS, c);
    return consoleMessage(request, 'linkOverTitle', 'linkOverText', 404, '/pengelola/masuk');
  }
  if (found === 'elsewhere')
    return consoleMessage(request, 'linkElsewhereTitle', 'linkElsewhereText', 403, '/pengelola/masuk');
  return { operator: found };
}

/** The page behind a link: whatever looks at links before people do lets nobody in. */
export const linkPage: PageHandler = async (request) => {
  const found = await linkOf(request);
  if (!('operator' in found)) return found;
  const { view, param, query } = request;
  const k = CONSOLE[view.locale];
  const title = k('linkTitle', found.operator.name);
  const action = link(view, `/pengelola/masuk/${param('token')}`, { ke: wayBack(query('ke')) });
  return privatePage(
    renderPage(
      view,
      { title, canonical: null, hideSearch: true, isOffice: true, sheets: ['console'] },
      <section class="console">
        <h1>{title}</h1>
        <p>{k('linkText')}</p>
        <form method="post" action={action}>
          <button class="btn btn-primary btn-large" type="submit">
            {k('linkPress')}
          </button>
        </form>
      </section>,
    ),
  );
};

export const linkPressed: PageHandler = async (request) => {
  const { deps, c, view, param, query } = request;
  if (isForeignPost(c, deps.config)) return consoleMessage(request, 'foreignTitle', 'foreignText', 403);
  const found = await linkOf(request);
  if (!('operator' in found)) return found;
  const way = await useLink(deps, param('token'));
  if (way === null) return consoleMessage(request, 'linkOverTitle', 'linkOverText', 404, '/pengelola/masuk');
  const session = await enter(request, found.operator, way);
  return seeOther(linkTo(view, wayBack(query('ke'))), { 'set-cookie': session });
};
