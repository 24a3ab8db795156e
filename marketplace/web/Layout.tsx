import type { ComponentChildren } from 'preact';
import { LANGUAGES } from '#contract';
import type { PageMeta } from './document.tsx';
import { SearchForm } from './SearchForm.tsx';
import { link, type View } from './view.ts';

/** Header, search, language and footer around every page. */
export function Layout(props: { view: View; meta: PageMeta; children: ComponentChildren }) {
  const { view, meta, children } = props;
  const { t } = view;
  return (
    <>
      <a class="skip" href="#isi">
        {t('skip')}
      </a>
      <header class="top">
        <div class="wrap top-row">
          <a class="brand" href={link(view, '/')}>
            <img src="/icon.svg" width="36" height="36" alt="" />
            <span>
              <b>{t('brand')}</b>
              <small>{t('tagline')}</small>
            </span>
          </a>
          {!meta.hideSearch && <SearchForm view={view} query={meta.query ?? ''} />}
          <LanguageLinks view={view} meta={meta} />
        </div>
      </header>
      {view.isPractice && (
        <p class="practice" role="note">
          <b>{t('practiceMark')}</b> {t('practiceNote')}
        </p>
      )}
      <main class="wrap" id="isi">
        {children}
      </main>
      <footer class="foot">
        <div class="wrap">
          {!meta.isOffice && <p>{t('footer')}</p>}
          <nav>
            <a href={link(view, '/')}>{t('home')}</a>
            <a href={link(view, '/tentang')}>{t('aboutLink')}</a>
            <a href={link(view, '/feed.xml')}>{t('feed')}</a>
          </nav>
        </div>
      </footer>
    </>
  );
}

/** The same page in each other language, by its own name; several stay side by side. */
function LanguageLinks({ view, meta }: { view: View; meta: PageMeta }) {
  const others = view.locales.filter((locale) => locale !== view.locale);
  const links = others.map((other) => {
    // A page without an address of its own (an answer to a form, a private thread) switches by its relative query.
    const href = meta.canonical ? link(view, meta.canonical.path, meta.canonical.params, other) : `?lang=${other}`;
    return (
      <a class="lang" href={href} hreflang={other} lang={other} key={other}>
        {LANGUAGES[other].name}
      </a>
    );
  });
  return links.length > 1 ? <div class="langs">{links}</div> : links;
}
