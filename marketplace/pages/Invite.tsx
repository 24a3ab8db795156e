import { dateTimeWib } from '#contract/format.ts';
import { renderPage } from '#marketplace/web/document.tsx';
import { renderMessage } from '#marketplace/web/Message.tsx';
import type { View } from '#marketplace/web/view.ts';

export interface InviteData {
  /** The whole link, as it was sent. */
  url: string;
  village: string;
  expiresAt: Date;
}

/** What the village official does with an invite link: three steps, and the link to copy. */
export function renderInvite(view: View, invite: InviteData): string {
  const { words, locale } = view;
  const title = words.inviteTitle(invite.village);
  return renderPage(
    view,
    { title, canonical: null, hideSearch: true },
    <section class="block narrow">
      <h1>{title}</h1>
      <p>{words.inviteLead}</p>
      <ol class="steps steps-tall">
        {words.inviteSteps.map(([step, text]) => (
          <li key={step}>
            <b>{step}</b>
            <p>{text}</p>
          </li>
        ))}
      </ol>
      <div class="field card copy">
        <label for="tautan">{words.inviteLink}</label>
        <textarea id="tautan" readOnly rows={3} value={invite.url} />
        <p class="hint">{words.copyHow}</p>
      </div>
      <p class="notice notice-warn">
        {words.inviteSecret} {words.inviteUntil(dateTimeWib(invite.expiresAt, locale))}
      </p>
      <p>{words.inviteAfter}</p>
    </section>,
  );
}

/** The link is spent, too old or mistyped: each says what to do next. */
export function renderInviteProblem(view: View, problem: 'used' | 'expired' | 'unknown'): string {
  const { words } = view;
  const said = {
    used: { title: words.inviteUsedTitle, text: words.inviteUsedText },
    expired: { title: words.inviteExpiredTitle, text: words.inviteExpiredText },
    unknown: { title: words.inviteUnknownTitle, text: words.inviteUnknownText },
  }[problem];
  return renderMessage(view, said);
}
