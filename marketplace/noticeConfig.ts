import { createECDH } from 'node:crypto';
import * as z from 'zod/mini';
import { EmailAddress } from './contract/index.ts';

/** The mail server of the operator, and who the mails are from. */
export interface MailSettings {
  host: string;
  port: number;
  /** TLS from the first byte; otherwise STARTTLS is asked for. */
  isSecure: boolean;
  /** On this very machine: the line is nobody else's, so TLS is used only if the server has it. */
  isLocal: boolean;
  user: string | null;
  password: string;
  from: { name: string; address: string };
}

export interface VapidKeys {
  /** 65 bytes as base64url, as browsers want it. */
  publicKey: string;
  privateKey: string;
  /** Whom a push service writes to when something is wrong: `mailto:…` or `https://…`. */
  subject: string;
}

const LOCAL = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/** `smtp://user:password@mail.example:587`, `smtps://…:465`. */
const SmtpUrl = z.string().check(
  z.refine((value) => {
    const url = URL.parse(value);
    return url !== null && /^smtps?:$/.test(url.protocol) && url.hostname !== '' && url.pathname.length <= 1;
  }, 'smtp_url_malformed'),
);
/** `Pasar Desa <kabar@pasar.example>`, or the address alone. */
const SENDER = /^([^\p{Cc}<>"\\,;]*)<([^<>]+)>$/u;
const readSender = (value: string) => {
  const [, name = '', address = value] = SENDER.exec(value.trim()) ?? [];
  return { name: name.trim(), address: address.trim() };
};
const Sender = z.pipe(
  z.string().check(
    z.maxLength(320),
    z.refine((value) => EmailAddress.safeParse(readSender(value).address).success, 'mail_from_malformed'),
  ),
  z.transform(readSender),
);
const Key = (bytes: number) =>
  z
    .string()
    .check(
      z.refine((value) => /^[\w-]+$/.test(value) && Buffer.from(value, 'base64url').length === bytes, 'key_malformed'),
    );

export const NoticeEnv = {
  SMTP_URL: z.optional(SmtpUrl),
  MAIL_FROM: z.optional(Sender),
  VAPID_PUBLIC_KEY: z.optional(Key(65)),
  VAPID_PRIVATE_KEY: z.optional(Key(32)),
  VAPID_SUBJECT: z.optional(z.string().check(z.regex(/^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/, 'subject_malformed'))),
};
type Env = z.output<z.ZodMiniObject<typeof NoticeEnv>>;

/** What is set only in part is a mistake that would show first when a buyer waits in vain, so it is said at once. */
function missing(name: string): never {
  throw new z.core.$ZodError([{ code: 'custom', path: [name], message: 'missing', input: undefined }]);
}

/** Null where neither is set. Throws a ZodError that names what is wrong. */
export function mailFrom({ SMTP_URL, MAIL_FROM }: Env): MailSettings | null {
  if (SMTP_URL === undefined && MAIL_FROM === undefined) return null;
  if (SMTP_URL === undefined) return missing('SMTP_URL');
  if (MAIL_FROM === undefined) return missing('MAIL_FROM');
  const url = new URL(SMTP_URL);
  const isSecure = url.protocol === 'smtps:';
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (isSecure ? 465 : 587),
    isSecure,
    isLocal: LOCAL.test(url.hostname),
    user: url.username === '' ? null : decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    from: MAIL_FROM,
  };
}

/** Null where none is set. Throws a ZodError that names what is wrong. */
export function vapidFrom({ VAPID_PUBLIC_KEY, VAPID_PRIVATE_KEY, VAPID_SUBJECT }: Env): VapidKeys | null {
  if (VAPID_PUBLIC_KEY === undefined && VAPID_PRIVATE_KEY === undefined) return null;
  if (VAPID_PUBLIC_KEY === undefined) return missing('VAPID_PUBLIC_KEY');
  if (VAPID_PRIVATE_KEY === undefined) return missing('VAPID_PRIVATE_KEY');
  if (VAPID_SUBJECT === undefined) return missing('VAPID_SUBJECT');
  // Two keys that do not belong together would be refused by every push service, one by one and in silence.
  if (publicKeyOf(VAPID_PRIVATE_KEY) !== VAPID_PUBLIC_KEY) return missing('VAPID_PUBLIC_KEY');
  return { publicKey: VAPID_PUBLIC_KEY, privateKey: VAPID_PRIVATE_KEY, subject: VAPID_SUBJECT };
}

/** Null for 32 bytes that are no private key of the curve. */
function publicKeyOf(privateKey: string): string | null {
  const pair = createECDH('prime256v1');
  try {
    pair.setPrivateKey(Buffer.from(privateKey, 'base64url'));
    return pair.getPublicKey('base64url');
  } catch {
    return null;
  }
}
