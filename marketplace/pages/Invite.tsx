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
  const { t, locale } = view;
  const title = t('inviteTitle', invite.village);
  return renderPage(
    view,
    { title, canonical: null, hideSearch: true },
    <section class="block narrow">
      <h1>{title}</h1>
      <p>{t('inviteLead')}</p>
      <ol class="steps steps-tall">
        {([1, 2, 3] as const).map((step) => (
          <li key={step}>
            <b>{t(`inviteStep_${step}`)}</b>
            <p>{t(`inviteStep_${step}_text`)}</p>
          </li>
        ))}
      </ol>
      <div class="field card copy">
        <label for="tautan">{t('inviteLink')}</label>
        <textarea id="tautan" readOnly rows={3} value={invite.url} />
        <p class="hint">{t('copyHow')}</p>
      </div>
      <p class="notice notice-warn">
        {t('inviteSecret')} {t('inviteUntil', dateTimeWib(invite.expiresAt, locale))}
      </p>
      <p>{t('inviteAfter')}</p>
    </section>,
  );
}

/** The page of a link that is spent, too old or mistyped; each says what to do next. */
export function renderInviteProblem(view: View, problem: 'used' | 'expired' | 'unknown'): string {
  const { t } = view;
  const said = {
    used: { title: t('inviteUsedTitle'), text: t('inviteUsedText') },
    expired: { title: t('inviteExpiredTitle'), text: t('inviteExpiredText') },
    unknown: { title: t('inviteUnknownTitle'), text: t('inviteUnknownText') },
  }[problem];
  return renderMessage(view, said);
}
