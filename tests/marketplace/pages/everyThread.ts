import type { StoredEvent } from '#marketplace/inquiries/store/events.ts';
import { fold, type ThreadEvent } from '#marketplace/inquiries/thread.ts';
import type { ThreadModel } from '#marketplace/pages/thread/views/model.ts';
import { renderReceipt } from '#marketplace/pages/thread/views/ReceiptPage.tsx';
import { renderThread } from '#marketplace/pages/thread/views/ThreadPage.tsx';
import type { View } from '#marketplace/web/view.ts';
import { THREAD } from '#marketplace/words/index.ts';
import { id, listing, NOW } from './fixtures.ts';

const HOUR = 3_600_000;
type Said = [by: ThreadEvent['by'], kind: ThreadEvent['kind'], text?: string | null, price?: number];

const ASKED: Said = ['buyer', 'asked', 'Bisa kirim ke Semarang?'];
const OFFERED: Said = ['buyer', 'offered', 'Boleh?', 20_000];
const COUNTERED: Said = ['village', 'countered', 'Nggih, segini', 23_000];
const AGREED: Said[] = [OFFERED, COUNTERED, ['buyer', 'accepted', '']];
const DECLINED: Said = ['village', 'declined', ''];

const COURSES: Record<string, Said[]> = {
  asked: [ASKED],
  answered: [ASKED, ['village', 'said', 'Bisa, Kak.']],
  held: [
    ['buyer', 'asked', 'lihat https://contoh.example'],
    ['system', 'held'],
  ],
  heldUnseen: [ASKED, ['system', 'unproven']],
  offered: [OFFERED],
  countered: [OFFERED, COUNTERED],
  deal: AGREED,
  fulfilled: [...AGREED, ['village', 'fulfilled', '']],
  cancelled: [...AGREED, ['buyer', 'cancelled', '']],
  declined: [OFFERED, DECLINED],
  declinedOwn: [OFFERED, COUNTERED, ['buyer', 'declined', '']],
  withdrawn: [OFFERED, ['buyer', 'withdrawn', '']],
  expired: [OFFERED, ['system', 'expired']],
  expiredCounter: [OFFERED, COUNTERED, ['system', 'expired']],
  twoOffers: [OFFERED, DECLINED, ['buyer', 'offered', '', 21_000], DECLINED],
  threeOffers: [
    OFFERED,
    DECLINED,
    ['buyer', 'offered', '', 21_000],
    DECLINED,
    ['buyer', 'offered', '', 25_000],
    DECLINED,
  ],
  reportedByVillage: [ASKED, ['village', 'reported', '']],
  reportedByBuyer: [ASKED, ['buyer', 'reported', 'kasar']],
};

const TELLING: ThreadModel['telling'] = {
  hasMail: true,
  pushKey: 'kunci',
  mail: { masked: 'ri•••@contoh.com', stopped: null },
  browsers: 1,
};

function model(view: View, course: Said[], changes: Partial<ThreadModel> = {}): ThreadModel {
  const events: StoredEvent[] = course.map(([by, kind, text = null, price], index) => ({
    ...{ id: id(50 + index), deviceId: null, seq: index + 1, at: NOW.getTime() - HOUR * (course.length - index) },
    ...{ by, kind, text, terms: price === undefined ? null : { price, quantity: 10 } },
  }));
  let ids = 100;
  return {
    view,
    t: THREAD[view.locale],
    secret: 'rahasia',
    thread: fold(events),
    events,
    listing: listing(),
    isLive: true,
    buyer: { name: 'Rina', phoneMasked: '0857-****-2233', since: NOW },
    telling: { hasMail: false, pushKey: null, mail: null, browsers: 0 },
    elsewhere: null,
    retentionDays: 365,
    newId: () => id(ids++),
    refused: null,
    ...changes,
  };
}

/** The buyer's private page in every state that it can be in, and the receipt. */
export function everyThread(): Record<string, (view: View) => string> {
  const pages = Object.entries(COURSES).map(([name, course]): [string, (view: View) => string] => [
    name,
    (view) => renderThread(model(view, course)),
  ]);
  const codes = ['inquiry_state_changed', 'offer_not_higher', 'sure_missing', 'no_such_code'];
  const typed = { text: 'tolong', price: '19000', quantity: '10', email: '' };
  return {
    ...Object.fromEntries(pages),
    gone: (view) => renderThread(model(view, [OFFERED, DECLINED], { isLive: false })),
    nameless: (view) => renderThread(model(view, [ASKED], { buyer: { name: null, phoneMasked: null, since: NOW } })),
    elsewhere: (view) =>
      renderThread(model(view, [ASKED], { elsewhere: { slug: 'gula-semut', label: 'gula semut', villages: 3 } })),
    told: (view) => renderThread(model(view, [ASKED], { telling: TELLING })),
    refusedMail: (view) =>
      renderThread(
        model(view, [ASKED], {
          telling: { ...TELLING, mail: { masked: 'ri•••@contoh.com', stopped: 'refused' } },
          refused: { form: 'surel', codes: ['email_malformed'], typed: { ...typed, email: 'rina' } },
        }),
      ),
    refused: (view) => renderThread(model(view, [OFFERED, DECLINED], { refused: { form: 'tawar', codes, typed } })),
    ...Object.fromEntries(
      (['deal', 'fulfilled', 'cancelled'] as const).map((state) => [`receipt-${state}`, receiptPage(state)]),
    ),
  };
}

function receiptPage(state: 'deal' | 'fulfilled' | 'cancelled') {
  const { name, unit, packSize, producerName, village } = listing();
  const receipt = {
    number: 'ABCD-1234',
    state,
    village,
    producerName,
    buyerName: 'Rina',
    product: { name, unit, packSize, url: 'https://pasar.example/p/x' },
    terms: { price: 23_000, quantity: 10 },
    total: 230_000,
    agreedAt: NOW.toISOString(),
  };
  return (view: View) => renderReceipt(view, THREAD[view.locale], receipt, 'rahasia');
}
