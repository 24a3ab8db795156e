import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendMail } from '#marketplace/notify/mail/send.ts';
import { startBrokenServer, startMailServer } from './mailServer.ts';

/** For servers that answer, however busy this machine is. */
const TIMES = { stepMs: 30_000, wholeMs: 60_000 };
/** For those that say nothing: how long they are waited for before each answer that has to come. */
const SHORT = { stepMs: 2000, wholeMs: 6000 };
const MAIL = { to: 'rina@contoh.example', bytes: Buffer.from('Subject: a\r\n\r\nb\r\n') };

let server: Awaited<ReturnType<typeof startMailServer>>;
beforeAll(async () => {
  server = await startMailServer();
});
afterAll(() => server.stop());

describe('one mail', () => {
  it('is sent', async () => {
    server.state.behave = {};
    expect(await sendMail(server.settings, MAIL, TIMES)).toEqual({ kind: 'sent' });
    expect(server.mails.at(-1)).toMatchObject({ from: 'kabar@pasar.example', to: [MAIL.to] });
  });
  it.each([
    [{ recipient: 550 }, { kind: 'refused' }],
    [{ data: 554 }, { kind: 'refused' }],
    [{ recipient: 450 }, { kind: 'later', isDown: false }],
    [{ data: 451 }, { kind: 'later', isDown: false }],
    [{ breakAfterData: true }, { kind: 'unknown' }],
  ])('with a server that behaves as %j is %j', async (behave, outcome) => {
    server.state.behave = behave;
    expect(await sendMail(server.settings, MAIL, TIMES)).toMatchObject(outcome);
  });
  it.each(['greeting', 'ehlo', 'mail', 'rcpt', 'data'] as const)(
    'whose line breaks or goes dead at %s has surely not arrived',
    async (step) => {
      const look = async (then: 'close' | 'silence', times: typeof TIMES) => {
        const broken = await startBrokenServer(step, then);
        expect(await sendMail(broken.settings, MAIL, times), then).toMatchObject({ kind: 'later' });
        broken.stop();
      };
      await Promise.all([look('close', TIMES), look('silence', SHORT)]);
    },
  );
  it.each(['close', 'silence'] as const)(
    'may have arrived when the server has the text and then there is %s',
    async (then) => {
      const broken = await startBrokenServer('text', then);
      const times = then === 'close' ? TIMES : SHORT;
      expect(await sendMail(broken.settings, MAIL, times)).toMatchObject({ kind: 'unknown' });
      broken.stop();
    },
  );
  it('waits with all others when nobody answers at the address of the server', async () => {
    const gone = await startBrokenServer('greeting', 'close');
    gone.stop();
    expect(await sendMail(gone.settings, MAIL, TIMES)).toMatchObject({ kind: 'later', isDown: true });
  });
  it('goes over the open net by TLS or not at all', async () => {
    server.state.behave = {};
    const before = server.mails.length;
    expect(await sendMail({ ...server.settings, isLocal: false }, MAIL, TIMES)).toMatchObject({ kind: 'later' });
    expect(server.mails.length).toBe(before);
  });
});
