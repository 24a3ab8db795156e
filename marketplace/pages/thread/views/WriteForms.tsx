import { quantityText, rupiah, unitName } from '#contract/format.ts';
import { offersLeft } from '#marketplace/inquiries/machine.ts';
import { BargainFields } from './fields.tsx';
import type { FormName, ThreadModel } from './model.ts';
import { Refusal, ThreadForm } from './ThreadForm.tsx';

const BARGAINING = new Set(['open', 'countered', 'declined', 'withdrawn', 'expired']);

/** The forms to write a message, and to make an offer as long as the bargain allows one. */
export function WriteForms({ model }: { model: ThreadModel }) {
  const { thread } = model;
  if (thread.reportedBy.village || thread.reportedBy.buyer) return null;
  const canOffer = BARGAINING.has(thread.state) && model.isLive && offersLeft(thread) > 0;
  return (
    <>
      {/* An offer that was refused because the thread changed still shows what was typed. */}
      {(canOffer || model.refused?.form === 'tawar') && <OfferForm model={model} canOffer={canOffer} />}
      <SayForm model={model} />
    </>
  );
}

function typedIn({ refused }: ThreadModel, name: FormName) {
  return refused?.form === name ? refused.typed : { text: '', price: '', quantity: '' };
}

function SayForm({ model }: { model: ThreadModel }) {
  const { t } = model;
  return (
    <section class="card pad stack">
      <Refusal model={model} name="pesan" />
      <ThreadForm model={model} name="pesan">
        <div class="field">
          <label for="isi-pesan">{t('message')}</label>
          <textarea
            id="isi-pesan"
            name="text"
            rows={3}
            maxLength={2000}
            required
            value={typedIn(model, 'pesan').text}
          />
        </div>
        <button class="btn btn-primary" type="submit">
          {t('send')}
        </button>
      </ThreadForm>
    </section>
  );
}

function OfferForm({ model, canOffer }: { model: ThreadModel; canOffer: boolean }) {
  const { t, thread, listing, view } = model;
  const typed = typedIn(model, 'tawar');
  const left = offersLeft(thread);
  const quantity = typed.quantity || String(thread.terms?.quantity ?? lastQuantity(model) ?? '');
  return (
    <details class="card pad more" open={model.refused?.form === 'tawar'}>
      <summary>{offerTitle(model, left)}</summary>
      <Refusal model={model} name="tawar" />
      <ThreadForm model={model} name="tawar">
        <BargainFields
          price={{ label: t('price', unitName(listing, view.locale)), value: typed.price }}
          quantity={{
            label: t('quantity', unitName(listing, view.locale)),
            hint: view.t('quantityHint', quantityText(10, listing, view.locale)),
            value: quantity,
          }}
          describedBy="ket-harga"
        />
        <p class="hint" id="ket-harga">
          {priceRule(model)} {canOffer && left === 1 && t('offersLast')}
        </p>
        <div class="field">
          <label for="isi-tawar">{t('offerText')}</label>
          <textarea id="isi-tawar" name="text" rows={2} maxLength={2000} value={typed.text} />
        </div>
        <button class="btn btn-primary" type="submit" disabled={!canOffer}>
          {t('sendOffer')}
        </button>
      </ThreadForm>
    </details>
  );
}

function offerTitle({ thread, t }: ThreadModel, left: number): string {
  if (thread.offersMade === 0) return t('offer');
  return left === 1 ? t('offerAgainLast') : t('offerAgain', left);
}

/** The rule before it is broken: between what the buyer offered last and the asking price. */
function priceRule({ t, thread, listing, view }: ThreadModel): string {
  const list = rupiah(listing.price, view.locale);
  if (thread.buyerPrice === null) return t('priceRuleFirst', list);
  return thread.buyerPrice >= listing.price
    ? t('priceRuleList', list)
    : t('priceRule', rupiah(thread.buyerPrice, view.locale), list);
}

function lastQuantity({ events }: ThreadModel): number | undefined {
  return events.findLast((event) => event.terms !== null)?.terms?.quantity;
}
