import { dateTimeWib } from '#contract/format.ts';
import type { StoredEvent } from '#marketplace/inquiries/store/events.ts';
import { eventView } from '#marketplace/inquiries/view.ts';
import { deedText } from './deeds.ts';
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
  const did = deedText(view, listing, model.events, event);
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
