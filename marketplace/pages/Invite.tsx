import { dateTimeWib } from '#contract/format.ts';
import { shortCodeText } from '#contract/shortCode.ts';
import type { Config } from '#marketplace/config.ts';
import { renderPage } from '#marketplace/web/document.tsx';
import { renderMessage } from '#marketplace/web/Message.tsx';
import { link, type View } from '#marketplace/web/view.ts';

export interface InviteData {
  /** The whole link, as it was sent. */
  url: string;
  /** Its path. */
  path: string;
  /** Where the extension is had; null while it is in no store yet. */
  stores: Config['stores'];
  /** The letters that carry it to another computer, when they were just made. */
  letters: string | null;
  village: string;
  expiresAt: Date;
}

/** What the village official does with an invite link: each step, the link to copy, and the way to another computer. */
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
        {([1, 2, 3, 4] as const).map((step) => (
          <li key={step}>
            <b>{t(`inviteStep_${step}`)}</b>
            <p>{t(`inviteStep_${step}_text`)}</p>
            {step === 1 && <Stores view={view} stores={invite.stores} />}
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
      <OtherComputer view={view} invite={invite} />
    </section>,
  );
}

const STORE_NAMES = { chrome: 'Chrome, Edge', firefox: 'Firefox' } as const;

function Stores({ view, stores }: { view: View; stores: InviteData['stores'] }) {
  const known = (['chrome', 'firefox'] as const).flatMap((name) => (stores[name] === null ? [] : [name]));
  if (known.length === 0) return null;
  return (
    <p class="actions-row">
      {known.map((name) => (
        <a key={name} class="btn" href={stores[name] ?? ''} rel="noreferrer">
          {view.t('inviteStore', STORE_NAMES[name])}
        </a>
      ))}
    </p>
  );
}

/** An invite comes to a phone, and the village's site is looked after at the office: 8 letters are soon typed there. */
function OtherComputer({ view, invite: { path, letters } }: { view: View; invite: InviteData }) {
  const { t, baseUrl } = view;
  const place = `${baseUrl.replace(/^https?:\/\//, '')}/k`;
  return (
    <section class="card pad stack" id="komputer">
      <h2>{t('inviteMoveTitle')}</h2>
      {letters === null ? (
        <p>{t('inviteMoveText')}</p>
      ) : (
        <div role="status">
          <p>{t('inviteMoveType', place)}</p>
          <p class="short-code">{shortCodeText(letters)}</p>
          <p class="hint">{t('inviteMoveUntil')}</p>
        </div>
      )}
      <form method="post" action={`${link(view, `${path}/kode`)}#komputer`}>
        <button class="btn" type="submit">
          {t(letters === null ? 'inviteMoveMake' : 'inviteMoveAgain')}
        </button>
      </form>
      {letters !== null && <a href={link(view, path)}>{t('inviteMoveLook')}</a>}
    </section>
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
