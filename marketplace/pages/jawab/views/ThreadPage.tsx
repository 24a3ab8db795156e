import { photoUrl } from '#contract';
import { dateTimeWib, priceText, termsText } from '#contract/format.ts';
import { renderPage } from '#marketplace/web/document.tsx';
import { link } from '#marketplace/web/view.ts';
import { AcceptForm, CounterForm, DeclineForm, ReplyForm } from './Forms.tsx';
import { isClosed, type JawabModel, leftText } from './model.ts';
import { Talk } from './Talk.tsx';

/** One conversation on the phone: the product, what waits, the four answers, and all that was said. */
export function renderJawabThread(model: JawabModel): string {
  const { view, j, inquiry } = model;
  const { listing, buyer } = inquiry;
  return renderPage(
    view,
    {
      title: `${j('title')}: ${listing.name}`,
      canonical: null,
      hideSearch: true,
      isOffice: true,
      sheets: ['thread', 'jawab'],
    },
    <article class="thread">
      <p>
        <a href={link(view, '/jawab')}>← {j('back')}</a>
      </p>
      <h1>{buyer.name ?? j('buyer')}</h1>
      <a class="thread-product card" href={link(view, new URL(listing.url).pathname)}>
        {listing.photo && <img src={photoUrl('', listing.photo, 320, 'jpg')} width="72" height="72" alt="" />}
        <span>
          <b>{listing.name}</b>
          <span>
            {j('listPrice')} {priceText({ ...listing, packSize: null }, view.locale)}
          </span>
        </span>
      </a>
      {model.isSent && (
        <p class="notice notice-good" role="status">
          {j('sent')}
        </p>
      )}
      {(inquiry.askedElsewhere ?? 0) > 0 && <p class="hint">{j('askedElsewhere', inquiry.askedElsewhere ?? 0)}</p>}
      {inquiry.flagged && <p class="notice notice-warn">{j(inquiry.unanswered ? 'unproven' : 'flagged')}</p>}
      <StatusCard model={model} />
      <Talk model={model} />
      <a class="btn btn-quiet" href={link(view, `/jawab/tanya/${inquiry.id}`)}>
        {j('reload')}
      </a>
      {(!isClosed(inquiry) || model.refused?.form === 'balas') && <ReplyForm model={model} />}
    </article>,
  );
}

function StatusCard({ model }: { model: JawabModel }) {
  const { inquiry, refused } = model;
  const { tone, title, text } = statusOf(model);
  const isOpen = !isClosed(inquiry);
  const canAnswer = isOpen && inquiry.state === 'offered';
  const canBargain = isOpen && (inquiry.state === 'offered' || inquiry.state === 'countered');
  return (
    <section class={`status status-${tone}`}>
      <h2>{title}</h2>
      {text !== '' && <p>{text}</p>}
      <div class="answers">
        {(canAnswer || refused?.form === 'setuju') && <AcceptForm model={model} can={canAnswer} />}
        {(canBargain || refused?.form === 'tawar') && <CounterForm model={model} can={canBargain} />}
        {(canBargain || refused?.form === 'tolak') && <DeclineForm model={model} can={canBargain} />}
      </div>
    </section>
  );
}

function statusOf(model: JawabModel): { tone: 'act' | 'wait' | 'good' | 'over'; title: string; text: string } {
  const { inquiry, j, view } = model;
  const { state, terms, listing, expiresAt } = inquiry;
  const offer = terms === null ? '' : termsText(terms, listing, view.locale);
  const until = expiresAt === null ? '' : dateTimeWib(expiresAt, view.locale);
  if (isClosed(inquiry)) return { tone: 'over', title: j('closedTitle'), text: j('closedText') };
  switch (state) {
    case 'offered':
      return {
        tone: 'act',
        title: j('offerTitle', offer),
        text: j('offerText', until, leftText(inquiry, model) ?? ''),
      };
    case 'countered':
      return { tone: 'wait', title: j('counteredTitle', offer), text: j('counteredText', until) };
    case 'deal':
      return { tone: 'good', title: j('dealTitle', offer), text: j('dealText') };
    case 'open':
      return inquiry.unanswered
        ? { tone: 'act', title: j('askTitle'), text: '' }
        : { tone: 'good', title: j('doneTitle'), text: '' };
    default:
      return { tone: 'over', title: j('overTitle'), text: '' };
  }
}
