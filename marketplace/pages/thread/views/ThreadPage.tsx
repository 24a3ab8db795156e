import { photoUrl } from '#contract';
import { priceText } from '#contract/format.ts';
import { renderPage } from '#marketplace/web/document.tsx';
import { link } from '#marketplace/web/view.ts';
import { Answers } from './Answers.tsx';
import { Conversation } from './Conversation.tsx';
import type { ThreadModel } from './model.ts';
import { statusOf } from './status.ts';
import { Tell } from './Tell.tsx';
import { WriteForms } from './WriteForms.tsx';
import { YourData } from './YourData.tsx';

/** The buyer's private page. No canonical address: search engines are told to leave it alone. */
export function renderThread(model: ThreadModel): string {
  const meta = {
    title: `${model.t('title')}: ${model.listing.name}`,
    canonical: null,
    hideSearch: true,
    sheets: ['thread'] as const,
  };
  return renderPage(model.view, meta, <ThreadPage model={model} />);
}

function ThreadPage({ model }: { model: ThreadModel }) {
  const { t, view } = model;
  return (
    <article class="thread">
      <h1>{t('title')}</h1>
      <Product model={model} />
      <StatusCard model={model} />
      <ElsewhereLink model={model} />
      <p class="notice notice-keep">{t('keep')}</p>
      <Conversation model={model} />
      <p>
        <a class="btn btn-quiet" href={link(view, `/tanya/${model.secret}`)}>
          {t('reload')}
        </a>
      </p>
      <WriteForms model={model} />
      <Tell model={model} />
      <YourData model={model} />
    </article>
  );
}

function Product({ model }: { model: ThreadModel }) {
  const { t, listing, view, isLive } = model;
  const [photo] = listing.photos;
  return (
    <a class="thread-product card" href={link(view, `/p/${listing.slug}`)}>
      {photo && <img src={photoUrl('', photo.hash, 320, 'jpg')} width="72" height="72" alt="" />}
      <span>
        <b>{listing.name}</b>
        <span>
          {t('listPrice')} {priceText(listing, view.locale)}
        </span>
        <span>{isLive ? listing.village.name : t('gone')}</span>
      </span>
    </a>
  );
}

/** A way to other villages, which only its buyer presses: nothing is asked there before they write it themselves. */
function ElsewhereLink({ model: { t, view, listing, elsewhere } }: { model: ThreadModel }) {
  if (elsewhere === null) return null;
  return (
    <section class="card pad stack">
      <h2>{t('elsewhereTitle')}</h2>
      <p>{t('elsewhereText', listing.village.name)}</p>
      <a class="btn" href={link(view, `/produk/${elsewhere.slug}`)}>
        {t('elsewherePress', elsewhere.label, elsewhere.villages)}
      </a>
    </section>
  );
}

function StatusCard({ model }: { model: ThreadModel }) {
  const { tone, title, text, terms } = statusOf(model);
  return (
    <section class={`status status-${tone}`} aria-live="polite">
      <h2>{title}</h2>
      {terms && <p class="terms">{terms}</p>}
      <p>{text}</p>
      <Answers model={model} />
    </section>
  );
}
