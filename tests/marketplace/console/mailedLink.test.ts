import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addOperator } from '#marketplace/operators/account.ts';
import { type Marketplace, startMarketplace } from '#tests/marketplace/harness.ts';
import { bodyOf, headerOf, startMailServer } from '#tests/marketplace/notify/mailServer.ts';
import { soon } from '#tests/support/soon.ts';
import { sendForm } from './operator.ts';

describe('a link by e-mail', () => {
  let server: Awaited<ReturnType<typeof startMailServer>>;
  let market: Marketplace;
  beforeAll(async () => {
    server = await startMailServer();
    market = await startMarketplace({ backend: 'embedded', config: { mail: server.settings } });
    await addOperator(market.deps, { name: 'Bu Rina', role: 'operator', email: 'rina@kab.example' }, null);
  });
  afterAll(async () => {
    await market.stop();
    await server.stop();
  });
  beforeEach(() => {
    server.mails.length = 0;
  });

  const ask = (email: string, headers = {}) =>
    sendForm(market, '/pengelola/masuk/surel?ke=/pengelola/catatan', { email }, headers);

  it('reaches an operator, opens in the browser that asked, and leads to the page that was wanted', async () => {
    const asked = await ask('Rina@kab.example');
    const cookie = asked.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    await soon(() => expect(server.mails).toHaveLength(1));
    const [mail] = server.mails;
    if (!mail) throw new Error('no mail');
    expect(mail.to).toEqual(['rina@kab.example']);
    expect(headerOf(mail, 'Subject')).toContain('Tautan masuk pengelola');
    const path = /https:\/\/pasar\.example(\/pengelola\/masuk\/\S+)/.exec(bodyOf(mail))?.[1] ?? '';
    expect((await market.call('GET', path)).status).toBe(403);
    const entered = await sendForm(market, path, {}, { cookie });
    expect([entered.status, entered.headers.get('location')]).toEqual([303, '/pengelola/catatan']);
  });

  it('says the same of an address that is nobody’s, and mails nothing', async () => {
    const [known, unknown] = [await ask('rina@kab.example'), await ask('nobody@kab.example')];
    expect([unknown.status, await unknown.text()]).toEqual([known.status, await known.text()]);
    await soon(() => expect(server.mails).toHaveLength(1));
    expect(server.mails[0]?.to).toEqual(['rina@kab.example']);
  });

  it('names the field for what is no address, and lets nobody ask for many', async () => {
    const wrong = await ask('rina@');
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('value="rina@"');
    for (let time = 0; time < 20; time++) await ask('rina@kab.example');
    expect((await ask('rina@kab.example')).status).toBe(429);
  });

  it('fills nobody’s mailbox, however many ask, and leaves one link open for a browser', async () => {
    market.clock.advance(3_600_000);
    const from = (n: number) => ({ 'x-forwarded-for': `203.0.113.${n}` });
    for (let n = 0; n < 12; n++)
      await market.call('POST', '/pengelola/masuk/surel', {
        ip: `203.0.113.${n}`,
        headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://pasar.example', ...from(n) },
        raw: 'email=rina%40kab.example',
      });
    await soon(async () => {
      const hits = await market.deps.db.selectFrom('rate_hits').select('hits').where('hits', '=', 12).execute();
      expect(hits.length).toBeGreaterThan(0);
    });
    await soon(() => expect(server.mails.length).toBe(5));
  });

  it('takes no form of another site', async () => {
    expect((await ask('rina@kab.example', { origin: 'https://evil.example' })).status).toBe(403);
    expect(server.mails).toEqual([]);
  });
});
