import MailComposer from 'nodemailer/lib/mail-composer';
import { DEFAULT_LOCALE, type Locale } from '#contract';
import type { Deps } from '#marketplace/deps.ts';
import type { MailSettings } from '#marketplace/noticeConfig.ts';
import { sha256 } from '#marketplace/sha256.ts';
import { NOTIFY, type NotifyWords, STOREFRONT } from '#marketplace/words/index.ts';
import { stopPath } from './stop.ts';

export type MailKind = 'answer' | 'remind' | 'question' | 'remindQuestion' | 'nudge' | 'confirm';

const SUBJECTS: Record<MailKind, (t: NotifyWords, village: string) => string> = {
  answer: (t, village) => t('answerSubject', village),
  remind: (t, village) => t('remindSubject', village),
  question: (t) => t('questionSubject'),
  remindQuestion: (t) => t('remindQuestionSubject'),
  nudge: (t) => t('nudgeSubject'),
  confirm: (t) => t('confirmSubject'),
};

export interface MailText {
  kind: MailKind;
  to: string;
  addressKey: string;
  locale: Locale;
  village: string;
  /** Where the mail leads, without the marketplace's own address. */
  path: string;
  /** Tells this notice from all others: a mail that a server has twice is recognised by it. */
  id: string;
}

/** A village's name in a header: on one line, whatever an old row holds. */
const oneLine = (name: string): string => name.replace(/[\p{C}\s]+/gu, ' ').trim();

/** The whole mail, text alone. It names the village and nothing else of the conversation. */
export async function composeMail(deps: Deps, { from }: MailSettings, mail: MailText): Promise<Buffer> {
  const { baseUrl } = deps.config;
  const t = NOTIFY[mail.locale];
  const village = oneLine(mail.village);
  const lang = mail.locale === DEFAULT_LOCALE ? '' : `?lang=${mail.locale}`;
  const stop = `${baseUrl}${stopPath(deps, mail.addressKey)}`;
  const said = t(`${mail.kind}Mail`, village, STOREFRONT[mail.locale]('brand'), `${baseUrl}${mail.path}${lang}`);
  return buildMail(from, {
    to: mail.to,
    subject: SUBJECTS[mail.kind](t, village),
    text: `${said}\n\n--\n${t('mailEnd', stop + lang)}\n`,
    date: deps.now(),
    messageId: `<${sha256(mail.id, 'base64url').slice(0, 32)}@${from.address.split('@')[1]}>`,
    headers: {
      'List-Unsubscribe': { prepared: true, value: `<${stop}>` },
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  });
}

interface PlainMail extends Pick<MailComposer.Options, 'subject' | 'text' | 'date' | 'messageId'> {
  to: string;
  headers?: Record<string, string | { prepared: boolean; value: string }>;
}

/** A mail of text alone that a program sends: nobody's holiday note answers it, and it reads no file and no address. */
export function buildMail(from: MailSettings['from'], { to, headers = {}, ...mail }: PlainMail): Promise<Buffer> {
  const composer = new MailComposer({
    ...mail,
    from,
    to: { name: '', address: to },
    textEncoding: 'quoted-printable',
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All', ...headers },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}
