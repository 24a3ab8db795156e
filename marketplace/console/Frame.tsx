import type { ComponentChildren } from 'preact';
import { privatePage } from '#marketplace/pages/thread/thread.ts';
import { renderPage } from '#marketplace/web/document.tsx';
import type { Page } from '#marketplace/web/respond.ts';
import { link } from '#marketplace/web/view.ts';
import { NAV } from './nav.ts';
import type { ConsoleRequest } from './page.ts';

export interface ConsoleMeta {
  /** The page's heading. */
  title: string;
  /** The address in the navigation that this page belongs to. */
  current?: string;
  status?: number;
  hasScript?: boolean;
}

/** A page of the console: who is in and the way out, the ways to the other pages, and what this one is about. */
export function renderConsole(request: ConsoleRequest, meta: ConsoleMeta, body: ComponentChildren): Page {
  const { view, operator, k } = request;
  const html = renderPage(
    view,
    { title: meta.title, canonical: null, hideSearch: true, isOffice: true, sheets: ['console'] },
    <section class="console">
      <nav class="console-nav" aria-label={k('navLabel')}>
        {NAV.filter(({ only }) => only === undefined || only === operator.role).map(({ href, word }) => (
          <a key={href} href={link(view, href)} {...(href === meta.current && { 'aria-current': 'page' })}>
            {k(word)}
          </a>
        ))}
      </nav>
      <div class="console-who">
        <span>
          <b>{operator.name}</b> {operator.role === 'viewer' && <small>{k('viewer')}</small>}
        </span>
        <form method="post" action={link(view, '/pengelola/keluar')}>
          <FormToken r={request} />
          <button class="btn btn-small" type="submit">
            {k('signOut')}
          </button>
        </form>
      </div>
      <h1>{meta.title}</h1>
      {body}
    </section>,
  );
  return privatePage(html, meta.status ?? 200, { hasScript: meta.hasScript ?? false });
}

/** What says that a form is one of this session's own. It stands in every form of the console. */
export function FormToken({ r }: { r: ConsoleRequest }) {
  return <input type="hidden" name="izin" value={r.session.formToken} />;
}

/** An act that cannot be taken back: its button stands behind one that asks. */
export function Sure({ ask, text, children }: { ask: string; text: string; children: ComponentChildren }) {
  return (
    <details class="sure">
      <summary class="btn">{ask}</summary>
      <p>{text}</p>
      {children}
    </details>
  );
}
