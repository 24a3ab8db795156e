import type { Inquiry } from '#contract';
import { HOUR } from '#contract/time.ts';
import { EndPairing } from '#marketplace/pages/jawab/views/EndPairing.tsx';
import { type ListKind, renderList } from '#marketplace/pages/jawab/views/ListPage.tsx';
import type { JawabModel } from '#marketplace/pages/jawab/views/model.ts';
import { TellOfficial } from '#marketplace/pages/jawab/views/TellOfficial.tsx';
import { renderJawabThread } from '#marketplace/pages/jawab/views/ThreadPage.tsx';
import type { View } from '#marketplace/web/view.ts';
import { JAWAB } from '#marketplace/words/index.ts';
import { BASE_URL, id, listing, NOW } from './fixtures.ts';

type Said = [by: Inquiry['events'][number]['by'], kind: Inquiry['events'][number]['kind'], price?: number];

function inquiry(state: Inquiry['state'], said: Said[], changes: Partial<Inquiry> = {}): Inquiry {
  const { name, price, unit, photos } = listing();
  const events = said.map(([by, kind, offered], index) => ({
    ...{ id: id(60 + index), seq: index + 1, at: new Date(NOW.getTime() - HOUR * (said.length - index)).toISOString() },
    ...{ by, kind, text: by === 'buyer' ? 'Bisa kirim ke Semarang?' : null },
    terms: offered === undefined ? null : { price: offered, quantity: 10 },
  }));
  const isOpen = state === 'offered' || state === 'countered';
  return {
    id: id(59),
    listing: { id: id(1), name, price, unit, photo: photos[0]?.hash ?? null, url: `${BASE_URL}/p/${id(1)}` },
    buyer: { name: 'Rina', phoneMasked: '0857-••••-••33' },
    state,
    terms: events.findLast(({ terms }) => terms !== null)?.terms ?? null,
    expiresAt: isOpen ? new Date(NOW.getTime() + 20 * HOUR).toISOString() : null,
    offersLeft: 2,
    unanswered: state === 'offered',
    flagged: false,
    events,
    createdAt: NOW.toISOString(),
    updatedAt: NOW.toISOString(),
    ...changes,
  };
}

const ASKED: Said = ['buyer', 'asked'];
const OFFERED: Said = ['buyer', 'offered', 20_000];
const COUNTERED: Said = ['village', 'countered', 23_000];
const THREADS: Record<string, Inquiry> = {
  jawabAsked: inquiry('open', [ASKED], { unanswered: true, buyer: { name: null, phoneMasked: null } }),
  jawabAnswered: inquiry('open', [ASKED, ['village', 'said']]),
  jawabOffered: inquiry('offered', [OFFERED]),
  jawabCountered: inquiry('countered', [OFFERED, COUNTERED]),
  jawabDeal: inquiry('deal', [OFFERED, ['village', 'accepted']]),
  jawabOver: inquiry('declined', [OFFERED, ['village', 'declined']]),
  jawabClosed: inquiry('open', [ASKED, ['buyer', 'reported']]),
};

const model = (view: View, of: Inquiry, changes: Partial<JawabModel> = {}): JawabModel => ({
  view,
  j: JAWAB[view.locale],
  inquiry: of,
  refused: null,
  isSent: false,
  newId: () => id(70),
  ...changes,
});

function list(view: View, inquiries: Inquiry[], next: string | null, kind: ListKind = 'waiting'): string {
  const j = JAWAB[view.locale];
  const telling = {
    hasMail: true,
    pushKey: 'kunci',
    mail: { masked: 'ka•••@desa.id', confirmed: false, stopped: null },
    browsers: 1,
  };
  const foot = (
    <>
      <TellOfficial view={view} j={j} telling={telling} refused={{ codes: ['email_malformed'], email: 'kades' }} />
      <EndPairing view={view} j={j} />
    </>
  );
  return renderList({
    view,
    j,
    village: 'Desa Dagan',
    kind,
    hasHeld: kind === 'waiting',
    list: { inquiries, next },
    foot,
  });
}

/** What an official sees on a paired phone, in every state. */
export function everyJawab(): Record<string, (view: View) => string> {
  const refused = {
    form: 'tawar' as const,
    codes: ['offer_not_lower', 'no_such_code'],
    typed: { text: '', price: '24rb', quantity: '10' },
  };
  return {
    ...Object.fromEntries(
      Object.entries(THREADS).map(([name, of]) => [name, (view: View) => renderJawabThread(model(view, of))]),
    ),
    jawabRefused: (view) => renderJawabThread(model(view, inquiry('countered', [OFFERED, COUNTERED]), { refused })),
    jawabSent: (view) =>
      renderJawabThread(model(view, inquiry('open', [ASKED, ['village', 'said']]), { isSent: true })),
    jawabList: (view) => list(view, Object.values(THREADS), 'x'),
    jawabNone: (view) => list(view, [], null),
    jawabAll: (view) => list(view, Object.values(THREADS), null, 'all'),
    jawabHeld: (view) => list(view, Object.values(THREADS), null, 'held'),
    jawabFlagged: (view) =>
      renderJawabThread(model(view, { ...inquiry('open', [ASKED]), flagged: true, askedElsewhere: 2 })),
  };
}
