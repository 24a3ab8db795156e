// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { button, click, createWorld, press, soon, VILLAGE, type World } from '#tests/components/mountPage.tsx';
import { events, idOf, inquiry, VILLAGE_KEY } from '#tests/utils/inquiries/make.ts';

const { App } = await import('#entrypoints/popup/App.tsx');
const { Options } = await import('#components/options/Options.tsx');

const SOUTH = { ...VILLAGE, id: idOf('south'), name: 'Desa Selatan', slug: 'selatan' };
const SOUTH_KEY = `https://pasar.example ${SOUTH.id}`;

let deps: World;
let page: ReturnType<World['draw']>;
beforeEach(async () => {
  deps = await createWorld();
});

const rows = () => [...page.root.querySelectorAll<HTMLElement>('.inquiry')];
const tags = () => rows().map((row) => row.querySelector('.village-tag')?.textContent ?? null);
const deal = (name: string, village: string) =>
  inquiry(name, {
    village,
    state: 'deal',
    terms: { price: 20_000, quantity: 2 },
    events: events(['accepted', 'buyer', -2, null, { price: 20_000, quantity: 2 }]),
  });
const questions = () => [
  inquiry('a', { unanswered: true, updatedAt: '2025-11-24T08:00:00.000Z' }),
  inquiry('b', { unanswered: true, village: SOUTH_KEY, updatedAt: '2025-11-24T07:00:00.000Z' }),
];

describe('the popup of somebody who looks after two villages', () => {
  it('shows both in one list, each row with its village’s name', async () => {
    await deps.connect();
    await deps.connect(SOUTH);
    await deps.give(questions());
    page = deps.draw(<App />);
    await soon(() => expect(tags()).toEqual(['Desa Dagan', 'Desa Selatan']));
    click(rows()[1]);
    await soon(() => expect(page.root.querySelector('.thread-head .village-tag')?.textContent).toBe('Desa Selatan'));
  });

  it('says nothing of villages where there is one', async () => {
    await deps.connect();
    await deps.give(questions().slice(0, 1));
    page = deps.draw(<App />);
    await soon(() => expect(tags()).toEqual([null]));
  });

  it('sums the sales of both, and says whose each is', async () => {
    await deps.connect();
    await deps.connect(SOUTH);
    await deps.give([deal('a', VILLAGE_KEY), deal('b', SOUTH_KEY)]);
    page = deps.draw(<App />);
    await soon(() => expect(rows()).toHaveLength(2));
    press('3');
    await soon(() => expect(page.root.querySelector('.month')?.textContent).toContain('80.000'));
    const names = [...page.root.querySelectorAll('.deal .village-tag')].map(({ textContent }) => textContent);
    expect(names.sort()).toEqual(['Desa Dagan', 'Desa Selatan']);
  });

  it('names the one that was shut out and goes on with the other', async () => {
    await deps.connect();
    await deps.connect(SOUTH, { revoked: true });
    await deps.give(questions());
    page = deps.draw(<App />);
    await soon(() => expect(page.root.textContent).toContain('Sambungan Desa Selatan ke pasar sudah berakhir'));
    expect(page.root.querySelector('#invite')).toBeNull();
    expect(rows()).toHaveLength(2);
  });
});

describe('the options of somebody who looks after two villages', () => {
  const blocks = () => [...page.root.querySelectorAll<HTMLElement>('.village-block')];

  it('list each with its own way out; leaving one keeps the other, and taking it off the device is a step more', async () => {
    await deps.connect();
    await deps.connect(SOUTH);
    page = deps.draw(<Options />);
    await soon(() => expect(blocks()).toHaveLength(2));
    const south = () => blocks()[1] ?? page.root;
    click(button(south(), 'Keluar dari pasar'));
    click(button(south(), 'Ya, keluar'));
    await soon(() => expect(south().textContent).toContain('Tidak tersambung'));
    // The open second step of signing out must not carry over to the button for forgetting the village.
    expect(south().textContent).not.toContain('Ya, hapus');
    expect(blocks()[0]?.textContent).toContain('Keluar dari pasar');
    click(button(south(), 'Hapus dari perangkat ini'));
    click(button(south(), 'Ya, hapus'));
    await soon(() => expect(page.root.querySelector('#connection')?.textContent).not.toContain('Desa Selatan'));
  });

  it('offer a field for one more invite', async () => {
    await deps.connect();
    page = deps.draw(<Options />);
    click(await soon(() => button(page.root, 'Tambah desa')));
    await soon(() => expect(page.root.querySelector('#invite')).not.toBeNull());
  });
});
