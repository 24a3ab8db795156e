import type { AddressInfo, Socket } from 'node:net';
import { createServer } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { MailSettings } from '#marketplace/noticeConfig.ts';

export interface Received {
  from: string;
  to: string[];
  raw: string;
}

/** What the server does at each step; everything else is as a good server does it. */
export interface Behaviour {
  /** Answers RCPT TO with this code. */
  recipient?: number;
  /** Answers the whole mail with this code. */
  data?: number;
  /** Breaks the line after it has the whole mail, with or without having kept it. */
  breakAfterData?: boolean;
}

export const settingsAt = (port: number): MailSettings => ({
  host: '127.0.0.1',
  port,
  isSecure: false,
  isLocal: true,
  user: null,
  password: '',
  from: { name: 'Pasar Desa', address: 'kabar@pasar.example' },
});

const refusal = (code: number) => Object.assign(new Error('not taken'), { responseCode: code });

/** A real mail server on a free port. `behave` may be changed between mails. */
export async function startMailServer() {
  const mails: Received[] = [];
  const state = { behave: {} as Behaviour, connections: 0 };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    onConnect(_session, done) {
      state.connections++;
      done();
    },
    onRcptTo(_address, _session, done) {
      done(state.behave.recipient === undefined ? null : refusal(state.behave.recipient));
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { data, breakAfterData } = state.behave;
        if (data !== undefined) return done(refusal(data));
        const { mailFrom, rcptTo } = session.envelope;
        mails.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks).toString('utf8'),
        });
        if (breakAfterData) for (const one of server.connections) one._socket.destroy();
        else done();
      });
    },
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  return {
    mails,
    state,
    port,
    settings: settingsAt(port),
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

/** A server that speaks until a given step, and then closes the line or says no more. */
export async function startBrokenServer(
  until: 'greeting' | 'ehlo' | 'mail' | 'rcpt' | 'data' | 'text',
  then: 'close' | 'silence',
) {
  const steps = ['greeting', 'ehlo', 'mail', 'rcpt', 'data', 'text'];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    const reached = (step: string, answer: string) => {
      if (steps.indexOf(step) < steps.indexOf(until)) socket.write(answer);
      else if (then === 'close') socket.destroy();
    };
    reached('greeting', '220 hello\r\n');
    socket.on('data', (bytes) => {
      const said = bytes.toString();
      if (/^EHLO/i.test(said)) reached('ehlo', '250 hello\r\n');
      else if (/^MAIL/i.test(said)) reached('mail', '250 ok\r\n');
      else if (/^RCPT/i.test(said)) reached('rcpt', '250 ok\r\n');
      else if (/^DATA/i.test(said)) reached('data', '354 go on\r\n');
      else reached('text', '');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  return {
    settings: settingsAt((server.address() as AddressInfo).port),
    stop() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

/** The text of a mail as a person reads it. */
export function bodyOf({ raw }: Received): string {
  const body = raw.slice(raw.indexOf('\r\n\r\n') + 4).replace(/=\r\n/g, '');
  const bytes = body.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8').replace(/\r\n/g, '\n');
}

/** Everything a mail says: its headers and its text, without addresses of pages and ids, in which any letters may stand. */
export function saidIn(mail: Received): string {
  const head = mail.raw.slice(0, mail.raw.indexOf('\r\n\r\n'));
  return `${head}\n${bodyOf(mail)}`.replace(/^(?:Message-ID|Date): .*$/gim, '').replace(/https?:\/\/[^\s>]+/g, '');
}

/** A header as it is written, folded lines put together. */
export function headerOf({ raw }: Received, name: string): string | null {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ');
  return new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1] ?? null;
}
