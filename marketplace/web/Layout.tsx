import type { ComponentChildren } from 'preact';
import type { PageMeta } from './document.tsx';
import { SearchForm } from './SearchForm.tsx';
import { link, type View } from './view.ts';

/** Header, search, language and footer around every page. */
export function Layout(props: { view: View; meta: PageMeta; children: ComponentChildren }) {
  const { view, meta, children } = props;
  const { words } = view;
  return (
    <>
      <a class="skip" href="#isi">
        {words.skip}
      </a>
      <header class="top">
        <div class="wrap top-row">
          <a class="brand" href={link(view, '/')}>
            <img src="/icon.svg" width="36" height="36" alt="" />
            <span>
              <b>{words.brand}</b>
              <small>{words.tagline}</small>
            </span>
          </a>
          {!meta.hideSearch && <SearchForm view={view} query={meta.query ?? ''} />}
          <LanguageLink view={view} meta={meta} />
        </div>
      </header>
      <main class="wrap" id="isi">
        {children}
      </main>
      <footer class="foot">
        <div class="wrap">
          <p>{words.footer}</p>
          <nav>
            <a href={link(view, '/')}>{words.home}</a>
            <a href={link(view, '/tentang')}>{words.aboutLink}</a>
            <a href={link(view, '/feed.xml')}>{words.feed}</a>
          </nav>
        </div>
      </footer>
    </>
  );
}

function LanguageLink({ view, meta }: { view: View; meta: PageMeta }) {
  const other = view.locale === 'id' ? 'en' : 'id';
  // A page without an address of its own (an answer to a form, a private thread) switches by its relative query.
  const href = meta.canonical ? link(view, meta.canonical.path, meta.canonical.params, other) : `?lang=${other}`;
  return (
    <a class="lang" href={href} hreflang={other} lang={other}>
      {view.words.otherLanguage}
    </a>
  );
}
