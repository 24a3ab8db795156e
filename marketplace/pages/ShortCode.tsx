import { renderPage } from '#marketplace/web/document.tsx';
import { link, type View } from '#marketplace/web/view.ts';

export interface ShortCodeData {
  typed: string;
  /** `wrong`, or how many minutes this network has to wait. */
  problem: 'wrong' | number | null;
}

/** "Ketik 8 huruf": on the office computer, for an invite that came to the phone. Wrong and expired letters are told alike. */
export function renderShortCode(view: View, { typed, problem }: ShortCodeData): string {
  const { t } = view;
  return renderPage(
    view,
    { title: t('codeTitle'), canonical: null, hideSearch: true },
    <section class="block narrow">
      <h1>{t('codeTitle')}</h1>
      <p>{t('codeLead')}</p>
      <form method="post" action={link(view, '/k')} class="stack card pad">
        <div class="field">
          <label for="kode">{t('codeLabel')}</label>
          <input
            id="kode"
            name="kode"
            class="short-code"
            value={typed}
            maxLength={40}
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            required
            placeholder="ABCD-2345"
            {...(problem !== null && { 'aria-invalid': 'true' as const, 'aria-describedby': 'ket-kode' })}
          />
          {problem !== null && (
            <p class="error" role="alert" id="ket-kode">
              {problem === 'wrong' ? t('codeWrong') : t('codeWait', problem)}
            </p>
          )}
        </div>
        <button class="btn btn-primary btn-large" type="submit">
          {t('codeSend')}
        </button>
      </form>
    </section>,
  );
}
