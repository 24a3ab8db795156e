import type { ComponentChildren } from 'preact';
import { renderPage } from './document.tsx';
import { SearchForm } from './SearchForm.tsx';
import { link, type View } from './view.ts';

/** A page that says one thing and what to do next: not found, an error, a limit, thanks. */
export function renderMessage(
  view: View,
  said: { title: string; text: string; action?: { href: string; label: string }; isOffice?: boolean },
  more: ComponentChildren = null,
): string {
  const { title, text, isOffice = false, action = { href: link(view, '/'), label: view.t('backHome') } } = said;
  return renderPage(
    view,
    { title, canonical: null, hideSearch: true, isOffice },
    <section class="message">
      <h1>{title}</h1>
      <p>{text}</p>
      {more}
      {!isOffice && <SearchForm view={view} query="" large />}
      <a class="btn" href={action.href}>
        {action.label}
      </a>
    </section>,
  );
}

/** In practice there is nobody at the other end of a telephone. */
export function renderNoWhatsapp(view: View): string {
  return renderMessage(view, { title: view.t('practiceNoWhatsappTitle'), text: view.t('practiceNoWhatsappText') });
}

export function renderNotFound(view: View, more: ComponentChildren = null): string {
  return renderMessage(view, { title: view.t('notFoundTitle'), text: view.t('notFoundText') }, more);
}

export function renderFault(view: View, more: ComponentChildren = null): string {
  return renderMessage(view, { title: view.t('errorTitle'), text: view.t('errorText') }, more);
}
