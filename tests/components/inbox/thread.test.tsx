// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { button, click, createWorld, press, soon, type, type World } from '#tests/components/mountPage.tsx';
import { atEnd } from '#tests/support/lifetime.ts';
import { events, idOf, inquiry, offered, owed } from '#tests/utils/inquiries/make.ts';
import type { StoredInquiry } from '#utils/model/stored.ts';

declare const chrome: object;
const { App } = await import('#entrypoints/popup/App.tsx');

let deps: World;
let page: ReturnType<World['draw']>;

beforeEach(async () => {
  deps = await createWorld();
  await deps.connect();
});
afterEach(() => {
  page.close();
  location.hash = '';
});

/** Opens the popup on this thread and waits until it can be written in. */
async function open(of: StoredInquiry): Promise<HTMLTextAreaElement> {
  location.hash = of.id;
  page = deps.draw(<App />);
  return soon(() => {
    const box = page.root.querySelector('textarea');
    if (box === null || box.disabled) throw new Error('not drawn yet');
    return box;
  });
}

const kept = (id: string) => deps.background.send('typed/read', { key: `reply:${id}` });

describe('a thread', () => {
  it("shows a stranger's text, name and product as text", async () => {
    const bad = '<img src=x onerror="document.title=\'owned\'"><b>x</b>';
    const hostile = inquiry('hostile', {
      buyer: { name: bad, phoneMasked: null },
      events: events(['asked', 'buyer', -1, bad]),
    });
    await deps.give([{ ...hostile, listing: { ...hostile.listing, name: bad } }]);
    await open(hostile);
    expect(page.root.querySelector('img, b')).toBeNull();
    expect(page.root.querySelector('.entry-text')?.textContent).toBe(bad);
    expect(page.root.querySelector('.thread-product')?.textContent).toBe(bad);
  });

  it('offers to tell a buyer who left only a number of the answer, by a text that holds no secret and can be changed', async () => {
    const buyer = { name: 'Rina', phoneMasked: '0857-••••-••33' };
    const asked = events(['asked', 'buyer', -2, 'Masih?']);
    const waiting = inquiry('waiting', { buyer, unanswered: true, events: asked });
    const answered = inquiry('answered', {
      buyer,
      events: events(['asked', 'buyer', -2, 'Masih?'], ['said', 'village', -1, 'Masih.']),
    });
    await deps.give([waiting, answered]);
    const { send } = deps.background;
    deps.background.send = (async (message: never, input: never) =>
      message === 'inquiry/phone' ? { phone: '+6285711122233' } : send(message, input)) as typeof send;
    await open(waiting);
    expect(() => button(page.root, 'Kabari lewat WhatsApp')).toThrow();
    page.close();
    await open(answered);
    click(button(page.root, 'Kabari lewat WhatsApp'));
    const text = await soon(() => {
      const found = page.root.querySelector<HTMLTextAreaElement>('.tell textarea');
      if (found === null) throw new Error('not drawn yet');
      return found;
    });
    expect(text.value).toMatch(/^Halo Kak Rina, kami dari Desa/);
    expect(text.value).not.toMatch(/https?:|tanya\//);
    type(text, 'Sudah dijawab, Kak.');
    await soon(() =>
      expect(page.root.querySelector('.tell a')?.getAttribute('href')).toBe(
        'https://wa.me/6285711122233?text=Sudah%20dijawab%2C%20Kak.',
      ),
    );
  });

  it('says how many other villages the buyer asked, where that is so', async () => {
    await deps.give([inquiry('several', { askedElsewhere: 2 }), inquiry('alone')]);
    await open(inquiry('several', { askedElsewhere: 2 }));
    expect(page.root.querySelector('.thread-head')?.textContent).toContain('Pembeli ini juga bertanya ke 2 desa lain.');
    page.close();
    await open(inquiry('alone'));
    expect(page.root.querySelector('.thread-head')?.textContent).not.toContain('desa lain');
  });

  it('has the caret in the box after a reply, whose button is dead by then', async () => {
    const asked = inquiry('asked', { unanswered: true });
    await deps.give([asked]);
    const box = await open(asked);
    type(box, 'Masih');
    const send = await soon(() => button(page.root, 'Kirim'));
    send.focus();
    click(send);
    await soon(() => expect(document.activeElement).toBe(box));
  });

  it('gives back what was typed when the popup is closed without warning', async () => {
    const asked = inquiry('asked', { unanswered: true });
    await deps.give([asked]);
    type(await open(asked), 'Masih ada, mau pesan ber');
    await soon(async () => expect((await kept(asked.id)).text).toBe('Masih ada, mau pesan ber'));
    page.close();
    const again = await open(asked);
    expect(again.value).toBe('Masih ada, mau pesan ber');
  });

  it('gives back a keystroke that the background never heard, and the background has it then', async () => {
    const ahead = new Map<string, unknown>();
    const local = {
      get: async (key: string) => ({ [key]: ahead.get(key) }),
      set: async (rows: object) => Object.entries(rows).forEach(([key, value]) => void ahead.set(key, value)),
      remove: async (key: string) => void ahead.delete(key),
    };
    Object.assign(chrome, { storage: { local } });
    atEnd(() => void Reflect.deleteProperty(chrome, 'storage'));
    const asked = inquiry('asked', { unanswered: true });
    await deps.give([asked]);
    const { send } = deps.background;
    // The worker dies with the message.
    deps.background.send = (name, input) => (name === 'typed/keep' ? new Promise(() => undefined) : send(name, input));
    type(await open(asked), 'Masih ada');
    page.close();
    deps.background.send = send;
    expect((await open(asked)).value).toBe('Masih ada');
    await soon(async () => expect((await kept(asked.id)).text).toBe('Masih ada'));
    await soon(() => expect(ahead.size).toBe(0));
  });

  it('sends by Ctrl+Enter, empties the box and forgets the kept words', async () => {
    const asked = inquiry('asked', { unanswered: true });
    await deps.give([asked]);
    const box = await open(asked);
    type(box, '  Masih, Kak  ');
    box.focus();
    press('Enter', { ctrlKey: true });
    await soon(async () => {
      expect(await deps.rows()).toMatchObject([
        { inquiryId: asked.id, message: { kind: 'reply', text: 'Masih, Kak' } },
      ]);
      expect(box.value).toBe('');
      expect((await kept(asked.id)).text).toBe('');
    });
  });

  it('keeps the words of an answer that met a changed thread, and puts them back into the box', async () => {
    const changed = offered('changed', 20, { price: 23_000, quantity: 20 });
    const row = owed(
      changed.id,
      { kind: 'counter', terms: { price: 23_500, quantity: 20 }, text: 'Pas 23.500 nggih', seen: 1 },
      { reason: 'conflict', detail: 'inquiry_state_changed' },
    );
    await deps.give([changed], [row]);
    const box = await open(changed);
    await soon(() => expect(page.root.textContent).toContain('Belum terkirim'));
    expect(page.root.textContent).toContain('Pas 23.500 nggih');
    type(box, 'dan terima kasih');
    click(button(page.root, 'Pakai lagi'));
    await soon(async () => {
      expect(box.value).toBe('Pas 23.500 nggih\ndan terima kasih');
      expect(await deps.rows()).toEqual([]);
      expect((await kept(changed.id)).text).toBe('Pas 23.500 nggih\ndan terima kasih');
    });
  });
});

describe('an offer', () => {
  const offer = offered('offer', 20);
  beforeEach(() => deps.give([offer]));

  it('is accepted by one key, with the words in the box, and taken back by one click', async () => {
    type(await open(offer), 'Nggih, saged');
    document.body.focus();
    press('t');
    await soon(async () =>
      expect(await deps.rows()).toMatchObject([{ message: { kind: 'accept', text: 'Nggih, saged', seen: 1 } }]),
    );
    await soon(() => click(button(page.root, 'Urungkan')));
    await soon(async () => {
      expect(await deps.rows()).toEqual([]);
      expect(page.root.querySelector('textarea')?.value).toBe('Nggih, saged');
    });
  });

  it('is answered once, however often the key is hit', async () => {
    await open(offer);
    press('t');
    press('t');
    await soon(() => expect(page.root.textContent).toContain('sedang dikirim'));
    press('x');
    await soon(async () => expect(await deps.rows()).toHaveLength(1));
  });

  it('is no key to whoever is typing', async () => {
    const box = await open(offer);
    box.focus();
    press('t');
    press('x');
    type(box, 'tx');
    await soon(async () => expect((await kept(offer.id)).text).toBe('tx'));
    expect(await deps.rows()).toEqual([]);
  });

  it('keeps the counter that is being typed over a closed popup, until it is sent or given up', async () => {
    await open(offer);
    press('b');
    const price = () =>
      soon(() => {
        const field = page.root.querySelector<HTMLInputElement>('#counter-price');
        if (field === null) throw new Error('no form');
        return field;
      });
    type(await price(), '23.2');
    await soon(async () =>
      expect((await deps.background.send('typed/read', { key: `counter:${offer.id}` })).text).toBe('23.2\n20'),
    );
    page.close();
    await open(offer);
    expect((await price()).value).toBe('23.2');
    click(button(page.root, 'Batal'));
    page.close();
    await open(offer);
    expect(page.root.querySelector('#counter-price')).toBeNull();
  });

  it('is countered again after "Urungkan" with the price that was typed', async () => {
    await open(offer);
    press('b');
    const field = await soon(() => {
      const found = page.root.querySelector<HTMLInputElement>('#counter-price');
      if (found === null) throw new Error('no form');
      return found;
    });
    type(field, '23.200');
    click(button(page.root, 'Kirim tawaran'));
    await soon(() => click(button(page.root, 'Urungkan')));
    await soon(async () => {
      expect(await deps.rows()).toEqual([]);
      expect(page.root.querySelector<HTMLInputElement>('#counter-price')?.value).toBe('23.200');
    });
  });

  it('is not countered above the list price; the rule stands at the field', async () => {
    await open(offer);
    press('b');
    const price = await soon(() => {
      const field = page.root.querySelector<HTMLInputElement>('#counter-price');
      if (field === null) throw new Error('no form');
      return field;
    });
    expect(price.value).toBe('23.500');
    type(price, '26rb');
    click(button(page.root, 'Kirim tawaran'));
    expect(page.root.querySelector('#counter-price-error')?.textContent).toContain('Rp25.000');
    expect(await deps.rows()).toEqual([]);
    type(price, '23rb');
    click(button(page.root, 'Kirim tawaran'));
    await soon(async () =>
      expect(await deps.rows()).toMatchObject([
        { message: { kind: 'counter', terms: { price: 23_000, quantity: 20 }, seen: 1 } },
      ]),
    );
  });
});

it("forwards to the producer without the buyer's number, and says why the number cannot be shown", async () => {
  const asked = inquiry('asked');
  await deps.give([asked]);
  await open(asked);
  const forward = button(page.root, 'Teruskan');
  expect(decodeURIComponent(forward.getAttribute('href') ?? '')).toContain('Gula semut');
  expect(forward.getAttribute('href')).not.toContain('7890');
  click(button(page.root, 'Nomor pembeli'));
  await soon(() => expect(page.root.querySelector('[role=alert]')?.textContent).toMatch(/tidak menjawab|internet/));
  expect(idOf('asked')).toBe(asked.id);
});
