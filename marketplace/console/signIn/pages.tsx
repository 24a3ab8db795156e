import { shortCodeText } from '#contract/shortCode.ts';
import { linkTo, wayBack } from '#marketplace/console/way.ts';
import { passkeyDomain } from '#marketplace/operators/passkeys.ts';
import { privatePage } from '#marketplace/pages/thread/thread.ts';
import { renderPage } from '#marketplace/web/document.tsx';
import type { PageHandler, PageRequest } from '#marketplace/web/page.ts';
import type { Page } from '#marketplace/web/respond.ts';
import { link } from '#marketplace/web/view.ts';
import { CONSOLE } from '#marketplace/words/index.ts';
import { browserOf } from './browser.ts';
import { KeyButton } from './KeyButton.tsx';

/** What came of a form on the page of the door. */
interface Said {
  email: string;
  status: number;
}

/** The door: by passkey, by a mailed link, or by a link from the command line. */
export function signInPage(request: PageRequest, refused: Said | null = null): Page {
  const { deps, view, query } = request;
  const k = CONSOLE[view.locale];
  const browser = browserOf(request);
  const isAgain = query('lagi') === '1';
  const back = wayBack(query('ke'));
  const params = { ke: back, lagi: isAgain ? '1' : null };
  const hasKeys = passkeyDomain(deps.config) !== null;
  const title = k(isAgain ? 'againTitle' : 'signInTitle');
  const html = renderPage(
    view,
    { title, canonical: null, hideSearch: true, isOffice: true, sheets: ['console'] },
    <section class="console">
      <h1>{title}</h1>
      {isAgain && <p>{k('againText')}</p>}
      <section class="card pad stack narrow">
        <h2>{k('keyTitle')}</h2>
        {hasKeys ? (
          <>
            <p class="hint">{k('keyText')}</p>
            <KeyButton k={k} deed="masuk" label={k('keyPress')} to={linkTo(view, back)} />
          </>
        ) : (
          <p class="hint">{k('keyNowhere')}</p>
        )}
      </section>
      {deps.config.mail !== null && (
        <form class="card pad stack narrow" method="post" action={link(view, '/pengelola/masuk/surel', params)}>
          <h2>{k('mailTitle')}</h2>
          <div class="field">
            <label for="isi-email">{k('mailLabel')}</label>
            <input
              id="isi-email"
              name="email"
              type="email"
              autocomplete="email"
              maxLength={120}
              value={refused?.email ?? ''}
              {...(refused && { 'aria-invalid': 'true', 'aria-describedby': 'ket-email' })}
            />
            {refused && (
              <p class="error" id="ket-email">
                {k('mailMalformed')}
              </p>
            )}
          </div>
          <button class="btn btn-large" type="submit">
            {k('mailPress')}
          </button>
        </form>
      )}
      <section class="card pad stack narrow">
        <h2>{k('commandTitle')}</h2>
        <p class="hint">{k('commandText')}</p>
        <p class="code-shown">{shortCodeText(browser.code)}</p>
        <code class="command">{`npm run marketplace -- operator-link "${k('commandName')}" ${browser.code}`}</code>
      </section>
    </section>,
  );
  const page = privatePage(html, refused?.status ?? 200, { hasScript: hasKeys });
  if (browser.setCookie !== null) page.headers.append('set-cookie', browser.setCookie);
  return page;
}

export const signIn: PageHandler = (request) => signInPage(request);
