import type { ProofOfWork } from '#marketplace/inquiries/proofOfWork/challenge.ts';
import { renderPage } from '#marketplace/web/document.tsx';
import { link, type View } from '#marketplace/web/view.ts';
import { ProofFields } from './AskForm.tsx';

interface Contact {
  product: { name: string; slug: string };
  /** Where the form goes, without language. */
  action: string;
  /** The proof of work that this look needs; null when one more press is all. */
  proof: ProofOfWork | null;
}

/** The button that opens WhatsApp once more, on a page of its own. Who has no script is shown the way to the question form. */
export function renderContact(view: View, { product, action, proof }: Contact): string {
  const { t } = view;
  const path = link(view, `/p/${product.slug}`);
  return renderPage(
    view,
    { title: t('contactTitle'), canonical: null },
    <section class="block narrow">
      <h1>{t('contactTitle')}</h1>
      <p>{t(proof ? 'contactBusy' : 'contactAgain')}</p>
      <form method="post" action={link(view, action)} class="stack card pad">
        {proof && <ProofFields proof={proof} sending={t('sending')} />}
        <button class="btn btn-primary btn-large" type="submit">
          {t('whatsapp')}
        </button>
      </form>
      <p>
        <a href={`${path}#tanya`}>{t('contactAsk')}</a>
      </p>
      <p>
        <a href={path}>{product.name}</a>
      </p>
    </section>,
  );
}
