import type { InquiryEvent } from '#contract';
import { dateTimeWib } from '#contract/format.ts';
import { deedText } from '#marketplace/pages/thread/views/deeds.ts';
import { side } from '#marketplace/pages/thread/views/model.ts';
import type { JawabModel } from './model.ts';

/** The conversation as the village sees it, oldest first. */
export function Talk({ model }: { model: JawabModel }) {
  const { j, inquiry } = model;
  const shown = inquiry.events.filter(({ kind }) => kind !== 'reminded' && kind !== 'erased');
  return (
    <section class="talk" aria-labelledby="percakapan">
      <h2 id="percakapan">{j('talk')}</h2>
      <ol>
        {shown.map((event) => (
          <Entry key={event.seq} model={model} event={event} />
        ))}
      </ol>
    </section>
  );
}

function Entry({ model, event }: { model: JawabModel; event: InquiryEvent }) {
  const { j, view, inquiry } = model;
  const who = side(event);
  const name = { buyer: inquiry.buyer.name ?? j('buyer'), village: j('you'), system: '' }[who];
  // On the village's own page its words stand at the right, as in every messenger.
  const look = { buyer: 'village', village: 'buyer', system: 'system' }[who];
  return (
    <li class={`said said-${look}`}>
      <p class="who">
        {name !== '' && <b>{name} </b>}
        {deedText(view, inquiry.listing, inquiry.events, event)}
      </p>
      {event.text !== null && <p class="words">{event.text}</p>}
      <time datetime={event.at}>{dateTimeWib(event.at, view.locale)}</time>
    </li>
  );
}
