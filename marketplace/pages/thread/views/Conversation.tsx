import { dateTimeWib, termsText } from '#contract/format.ts';
import { OFFERS_MAX } from '#marketplace/inquiries/rules.ts';
import type { StoredEvent } from '#marketplace/inquiries/store/events.ts';
import { eventView } from '#marketplace/inquiries/view.ts';
import { side, type ThreadModel } from './model.ts';

/** The whole conversation, oldest first. Reminders concern only the village and are not shown. */
export function Conversation({ model }: { model: ThreadModel }) {
  const { t } = model;
  const shown = model.events.filter((event) => event.kind !== 'reminded' && event.kind !== 'erased');
  return (
    <section class="talk" aria-labelledby="percakapan">
      <h2 id="percakapan">{t('conversation')}</h2>
      <ol>
        {shown.map((event) => (
          <Entry key={event.seq} model={model} event={event} />
        ))}
      </ol>
    </section>
  );
}

function Entry({ model, event }: { model: ThreadModel; event: StoredEvent }) {
  const { view, t, listing } = model;
  const who = side(event);
  const name = { buyer: t('you'), village: listing.village.name, system: '' }[who];
  const did = deedText(model, event);
  const { text } = eventView(event, 'buyer');
  return (
    <li class={`said said-${who}`}>
      <p class="who">
        {name !== '' && <b>{name} </b>}
        {did}
      </p>
      {text !== null && <p class="words">{text}</p>}
      <time datetime={new Date(event.at).toISOString()}>{dateTimeWib(new Date(event.at), view.locale)}</time>
    </li>
  );
}

function deedText({ view, t, listing, events }: ThreadModel, event: StoredEvent): string {
  const terms = event.terms === null ? '' : termsText(event.terms, listing, view.locale);
  switch (event.kind) {
    case 'offered': {
      const nth = events.filter((e) => e.kind === 'offered' && e.seq <= event.seq).length;
      return t(nth === OFFERS_MAX ? 'did_offered_last' : 'did_offered', terms, nth);
    }
    case 'countered':
      return t('did_countered', terms);
    case 'asked':
    case 'said':
    case 'reminded':
    case 'erased':
      return '';
    case 'unproven':
      return t('did_held');
    default:
      return t(`did_${event.kind}`);
  }
}
