import type { ComponentChildren } from 'preact';
import { type Inquiry, photoUrl } from '#contract';
import { cut } from '#contract/cut.ts';
import { durationText, termsText } from '#contract/format.ts';
import type { InquiryList } from '#marketplace/pages/jawab/lists.ts';
import { renderPage } from '#marketplace/web/document.tsx';
import { link, type View } from '#marketplace/web/view.ts';
import type { JawabWords } from '#marketplace/words/index.ts';
import { leftText } from './model.ts';

/** What waits for an answer, every conversation, or those that are held for a look. */
export type ListKind = 'waiting' | 'all' | 'held';
const NONE = { waiting: 'none', all: 'noneAll', held: 'noneHeld' } as const;
const PATHS = { waiting: '/jawab', all: '/jawab/semua', held: '/jawab/tahan' } as const;

export interface ListModel {
  view: View;
  j: JawabWords;
  village: string;
  kind: ListKind;
  /** True when something is held for a look, which only its own list shows. */
  hasHeld: boolean;
  list: InquiryList;
  /** What stands below the list: how the official is told, and the end of the pairing. */
  foot: ComponentChildren;
}

/** One of the lists. */
export function renderList({ view, j, village, kind, hasHeld, list, foot }: ListModel): string {
  return renderPage(
    view,
    { title: j('title'), canonical: null, hideSearch: true, isOffice: true, sheets: ['thread', 'jawab'] },
    <div class="jawab">
      <h1>{j(kind)}</h1>
      <p class="hint">{j('village', village)}</p>
      {kind === 'held' && <p class="notice notice-warn">{j('heldText')}</p>}
      {list.inquiries.length === 0 && <p class="notice">{j(NONE[kind])}</p>}
      <ul class="waits">
        {list.inquiries.map((inquiry) => (
          <Row key={inquiry.id} view={view} j={j} inquiry={inquiry} />
        ))}
      </ul>
      {list.next !== null && (
        <a class="btn" href={link(view, PATHS[kind], { setelah: list.next })}>
          {j('more')}
        </a>
      )}
      {kind === 'waiting' && (
        <a class="btn" href={link(view, '/jawab')}>
          {j('reload')}
        </a>
      )}
      {(['waiting', 'all', ...(hasHeld ? (['held'] as const) : [])] as const)
        .filter((other) => other !== kind)
        .map((other) => (
          <a key={other} class="btn btn-quiet" href={link(view, PATHS[other])}>
            {j(other)}
          </a>
        ))}
      {foot}
    </div>,
  );
}

function Row({ view, j, inquiry }: { view: View; j: JawabWords; inquiry: Inquiry }) {
  const { listing, buyer, terms, state } = inquiry;
  const words = inquiry.events.findLast(({ by, text }) => by === 'buyer' && text !== null && text !== '')?.text ?? '';
  return (
    <li>
      <a class="wait card" href={link(view, `/jawab/tanya/${inquiry.id}`)}>
        {listing.photo && <img src={photoUrl('', listing.photo, 320, 'jpg')} width="64" height="64" alt="" />}
        <span class="wait-text">
          <b>{buyer.name ?? j('buyer')}</b>
          <span>{listing.name}</span>
          {terms !== null && state === 'offered' && (
            <span class="wait-offer">{j('offer', termsText(terms, listing, view.locale))}</span>
          )}
          {terms !== null && state === 'countered' && (
            <span class="wait-offer">{j('counteredTitle', termsText(terms, listing, view.locale))}</span>
          )}
          {words !== '' && <span class="wait-words">{cut(words.replace(/\s+/g, ' '), 120)}</span>}
          <span class="wait-time">{timeText(inquiry, view, j)}</span>
        </span>
      </a>
    </li>
  );
}

/** How urgent it is: what is left of an offer's time, else how long the question waits. */
function timeText(inquiry: Inquiry, view: View, j: JawabWords): string {
  if (!inquiry.unanswered) return leftText(inquiry, { view, j }) ?? j('answered');
  const left = inquiry.state === 'offered' ? leftText(inquiry, { view, j }) : null;
  const first = inquiry.events.findLast(({ by }) => by === 'buyer')?.at ?? inquiry.updatedAt;
  return left ?? j('since', durationText(Math.max(60_000, view.now.getTime() - Date.parse(first)), view.locale));
}
