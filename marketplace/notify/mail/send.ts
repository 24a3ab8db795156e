import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { MailSettings } from '#marketplace/noticeConfig.ts';

/** What became of a mail. */
export type MailOutcome =
  | { kind: 'sent' }
  /** The server says for good that it does not take mail for this address. */
  | { kind: 'refused' }
  /** It was surely not taken; `isDown`: no other mail would be either. `reason` is for the operator and names nobody. */
  | { kind: 'later'; isDown: boolean; reason: string }
  /** The server had the whole mail, or part of it, when the line broke: it may have arrived. */
  | { kind: 'unknown'; reason: string };

interface Times {
  stepMs: number;
  wholeMs: number;
}
const TIMES: Times = { stepMs: 15_000, wholeMs: 60_000 };

interface SmtpError {
  code?: string;
  command?: string;
  responseCode?: number;
}

/**
 * Hands one mail to the operator's server, on a connection of its own. It answers only what is known for certain: the text
 * goes out when the server has asked for it, so whatever happens before that left nothing behind.
 */
export async function sendMail(
  settings: MailSettings,
  mail: { to: string; bytes: Buffer },
  times: Times = TIMES,
): Promise<MailOutcome> {
  let isHandedOver = false;
  const text = Readable.from(
    (function* () {
      isHandedOver = true;
      yield mail.bytes;
    })(),
  );
  const connection = new SMTPConnection({
    host: settings.host,
    port: settings.port,
    secure: settings.isSecure,
    // A password and an address go over the open net by TLS or not at all. A server on this machine has only a
    // certificate of its own making, if any.
    requireTLS: !settings.isSecure && !settings.isLocal,
    tls: { minVersion: 'TLSv1.2', rejectUnauthorized: !settings.isLocal },
    connectionTimeout: times.stepMs,
    greetingTimeout: times.stepMs,
    socketTimeout: times.stepMs,
    dnsTimeout: times.stepMs,
    socketCloseTimeout: times.stepMs,
  });
  try {
    await steps(connection, settings, { to: mail.to, text }, times.wholeMs);
    connection.quit();
    return { kind: 'sent' };
  } catch (error) {
    connection.close();
    return outcomeOf(error as SmtpError, isHandedOver);
  }
}

function steps(
  connection: SMTPConnection,
  { user, password, from }: MailSettings,
  { to, text }: { to: string; text: Readable },
  wholeMs: number,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(Object.assign(new Error('too late'), { code: 'ETIMEDOUT' })), wholeMs);
    const end = (error?: Error | null) => {
      clearTimeout(late);
      if (error) reject(error);
      else resolve();
    };
    const gone = () => end(Object.assign(new Error('closed'), { code: 'ECONNECTION' }));
    connection.on('error', end);
    connection.once('end', gone);
    const send = () => connection.send({ from: from.address, to: [to] }, text, (error) => end(error));
    connection.connect((error?: Error | null) => {
      if (error) return end(error);
      if (user === null) return send();
      connection.login({ user, pass: password }, (refused?: Error | null) => (refused ? end(refused) : send()));
    });
  });
}

function outcomeOf({ code = 'ERROR', command = '', responseCode }: SmtpError, isHandedOver: boolean): MailOutcome {
  const reason = [code, command.split(' ')[0], responseCode].filter(Boolean).join(' ');
  const isAboutMail = command === 'RCPT TO' || command === 'DATA';
  if (isHandedOver && command !== 'DATA') return { kind: 'unknown', reason };
  if (isAboutMail && responseCode !== undefined && responseCode >= 500) return { kind: 'refused' };
  return { kind: 'later', isDown: !isAboutMail, reason };
}
