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
    await addOperator(market.deps, { name: 'Bu Rina', role: 'operator', email: 'rina@kab.example' });
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
    const from = { 'user-agent': 'x' };
    for (let time = 0; time < 20; time++) await ask('rina@kab.example', from);
    expect((await ask('rina@kab.example', from)).status).toBe(429);
  });

  it('takes no form of another site', async () => {
    expect((await ask('rina@kab.example', { origin: 'https://evil.example' })).status).toBe(403);
    expect(server.mails).toEqual([]);
  });
});
