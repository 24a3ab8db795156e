// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { button, click, createWorld, soon, type, VILLAGE, type World } from '#tests/components/mountPage.tsx';
import { idOf } from '#tests/utils/inquiries/make.ts';
import { listReplies } from '#utils/replies/replies.ts';
import { getSettings, patchSettings } from '#utils/settings.ts';

const { Options } = await import('#components/options/Options.tsx');

let deps: World;
let page: ReturnType<World['draw']>;

async function open() {
  page = deps.draw(<Options />);
  await soon(() => expect(page.root.querySelector('#language')).not.toBeNull());
}

beforeEach(async () => {
  deps = await createWorld();
});

describe('a waiting village', () => {
  const asked = async (answers: Record<string, unknown>) => {
    await deps.connect({ ...VILLAGE, status: 'waiting' });
    const sent: unknown[][] = [];
    const real = deps.background.send;
    deps.background.send = (async (...question: Parameters<typeof real>) => {
      if (!(question[0] in answers)) return real(...question);
      sent.push(question);
      return answers[question[0]];
    }) as typeof real;
    await open();
    await soon(() => button(page.root, 'Buktikan lewat situs desa'));
    return sent;
  };
  const siteUrl = 'https://dagan.desa.id';
  const said = () => page.root.querySelector('section[aria-live] > [role=alert]')?.textContent;

  it('proves its site by one press, and reads what came of it', async () => {
    const sent = await asked({ 'village/prove': { isProven: true, isApproved: true, reason: null } });
    click(button(page.root, 'Buktikan lewat situs desa'));
    await soon(() => expect(page.root.textContent).toContain('Terbukti. Desa Anda sudah disetujui'));
    expect(sent).toEqual([['village/prove', expect.objectContaining({ siteUrl })]]);
  });

  it('does it by hand, and is told the true reason when it failed', async () => {
    const sent = await asked({
      'village/challenge': { code: 'k3j9x2m4q8w1z7ab' },
      'village/proveByHand': { isProven: false, isApproved: false, reason: 'kept_out' },
    });
    click(button(page.root, 'Dengan cara sendiri'));
    await soon(() => expect(page.root.textContent).toContain('Dodolan k3j9x2m4q8w1z7ab'));
    expect(page.root.textContent).toContain('dodolan.txt');
    click(button(page.root, 'Periksa berkasnya'));
    await soon(() => expect(page.root.textContent).toContain('pengaman situs desa'));
    expect(sent.at(-1)).toEqual(['village/proveByHand', expect.objectContaining({ siteUrl, url: null })]);
  });

  // A proof is looked at when the person asks, by nobody else.
  it.each(['kept_out', 'unreachable', 'timeout', 'status'])(
    'is not told that the marketplace looks again by itself (%s)',
    async (reason) => {
      await asked({ 'village/prove': { isProven: false, isApproved: false, reason } });
      click(button(page.root, 'Buktikan lewat situs desa'));
      await soon(() => expect(said()).toMatch(/coba lagi/i));
      expect(said()).not.toMatch(/sendiri/);
    },
  );

  it.each(['page_gone', 'code_missing'])(
    'is told of the file that it looked for, not of an article (%s)',
    async (reason) => {
      await asked({
        'village/challenge': { code: 'k3j9x2m4q8w1z7ab' },
        'village/proveByHand': { isProven: false, isApproved: false, reason },
      });
      click(button(page.root, 'Dengan cara sendiri'));
      await soon(() => button(page.root, 'Periksa berkasnya'));
      click(button(page.root, 'Periksa berkasnya'));
      await soon(() => expect(said()).toContain('Berkas dodolan.txt'));
      expect(said()).not.toMatch(/artikel/i);
    },
  );
});

describe('options', () => {
  it('keep each change at once and only that', async () => {
    await open();
    const name = page.root.querySelector<HTMLInputElement>('#producer-name');
    const notifications = page.root.querySelector<HTMLInputElement>('#notifications');
    if (name === null || notifications === null) throw new Error('not drawn');
    name.value = 'Kelompok Nira';
    name.dispatchEvent(new Event('change', { bubbles: true }));
    click(notifications);
    click(page.root.querySelector('input[value=en]'));
    await soon(async () =>
      expect(await getSettings(deps.db)).toMatchObject({
        locale: 'en',
        notifications: false,
        defaults: { producerName: 'Kelompok Nira' },
      }),
    );
  });

  it('add, change and remove own replies; a removed one comes back by undo', async () => {
    await open();
    const replies = () => page.root.querySelector('#replies') ?? expect.fail('not drawn');
    const box = () => page.root.querySelector<HTMLTextAreaElement>('#new-reply') ?? expect.fail('not drawn');
    await soon(() => expect(box().disabled).toBe(false));
    type(box(), 'Siap, {pembeli}');
    await soon(() => click(button(replies(), 'Tambahkan')));
    await soon(async () => expect((await getSettings(deps.db)).ownReplies).toEqual(['Siap, {pembeli}']));
    await soon(() => click(button(replies(), 'Hapus')));
    await soon(async () => expect((await getSettings(deps.db)).ownReplies).toEqual([]));
    await soon(() => click(button(replies(), 'Urungkan')));
    await soon(async () => expect((await getSettings(deps.db)).ownReplies).toEqual(['Siap, {pembeli}']));
  });

  it('keep the replies with the village once there is one, and each village’s own where there are several', async () => {
    await deps.connect();
    await open();
    const box = () => page.root.querySelector<HTMLTextAreaElement>('[id^=new-reply]') ?? expect.fail('not drawn');
    await soon(() => expect(box().disabled).toBe(false));
    type(box(), 'Siap, {pembeli}');
    click(button(page.root, 'Tambahkan'));
    const key = `https://pasar.example ${VILLAGE.id}`;
    await soon(async () => expect(await listReplies(deps.db)).toEqual({ [key]: ['Siap, {pembeli}'] }));
    expect((await getSettings(deps.db)).ownReplies).toEqual([]);
    page.close();
    await deps.connect({ ...VILLAGE, id: idOf('lain'), name: 'Desa Lain' });
    await open();
    await soon(() => expect(page.root.querySelectorAll('#replies .village-block')).toHaveLength(2));
    const [first, second] = page.root.querySelectorAll('#replies .village-block');
    expect(first?.querySelectorAll('.own-reply')).toHaveLength(1);
    expect(second?.querySelectorAll('.own-reply')).toHaveLength(0);
  });

  it('sign out only after saying what it means', async () => {
    await deps.connect();
    await open();
    await soon(() => expect(page.root.textContent).toContain('Desa Dagan'));
    click(button(page.root, 'Keluar dari pasar'));
    expect(page.root.textContent).toContain('tautan undangan baru');
    expect(deps.asked).not.toContain('connection/signOut');
    click(button(page.root, 'Ya, keluar'));
    await soon(() => expect(page.root.querySelector('#invite')).not.toBeNull());
  });

  it('fill no maker in for all of several villages: each remembers its own', async () => {
    await deps.connect();
    await deps.connect({ ...VILLAGE, id: idOf('lain'), name: 'Desa Lain' });
    await open();
    await soon(() => expect(page.root.querySelector('#defaults')?.textContent).toContain('tiap desa'));
    expect(page.root.querySelector('#producer-name')).toBeNull();
    expect(page.root.querySelector('#remember')).not.toBeNull();
  });

  it('open with the marketplace down, and say so only where it matters', async () => {
    await deps.connect();
    await open();
    await soon(() => expect(page.root.querySelectorAll('[role=alert]')).toHaveLength(1));
    expect(page.root.querySelector('[role=alert]')?.textContent).toMatch(/tidak menjawab|internet/);
  });

  it("offer the village's own site by one click, until it is on", async () => {
    await deps.connect();
    const { send } = deps.background;
    const origins: string[] = [];
    deps.background.send = async (name, input) => {
      if (name === 'site/list') return { origins: [...origins], sites: [] } as never;
      if (name !== 'site/enabled') return send(name, input);
      origins.push((input as { origin: string }).origin);
      deps.backend.broadcast('sites');
      return { done: true } as never;
    };
    await open();
    click(await soon(() => button(page.root, 'Aktifkan dagan.desa.id')));
    await soon(() => expect(origins).toEqual(['https://dagan.desa.id']));
    await soon(() => expect(page.root.querySelector('#sites .rows')?.textContent).toContain('dagan.desa.id'));
    expect(page.root.querySelector('#sites form')?.textContent).not.toContain('Aktifkan dagan');
  });

  it("ask about the CMS's own shop only where a site has one, and say what it lacks", async () => {
    const { send } = deps.background;
    const site = { origin: 'https://dagan.desa.id', version: null, name: null, seenAt: 1 };
    let cms = 'wordpress';
    const shelf = {
      siteUrl: 'https://dagan.desa.id',
      shop: 'lapak',
      waiting: 2,
      reason: 'lacks_producer',
      detail: 'Bu Siti',
      left: [],
    };
    deps.background.send = async (name, input) => {
      if (name === 'site/list') return { origins: [], sites: [{ ...site, url: site.origin, cms }] } as never;
      return name === 'shop/shelf' ? ([shelf] as never) : send(name, input);
    };
    await open();
    expect(page.root.querySelector('#shop')).toBeNull();
    cms = 'opensid';
    deps.backend.broadcast('sites');
    const box = await soon(() => {
      const found = page.root.querySelector<HTMLInputElement>('#shop-too-lapak');
      if (found === null) throw new Error('not drawn');
      return found;
    });
    expect(box.checked).toBe(false);
    click(box);
    await soon(async () => expect((await getSettings(deps.db)).shop).toBe(true));
    expect(page.root.querySelector('#shop')?.textContent).toMatch(/2 produk.*dagan\.desa\.id.*Bu Siti belum terdaftar/);
  });

  it('ask about WooCommerce by its own name, and whoever wanted Lapak has not asked for it', async () => {
    const { send } = deps.background;
    const origin = 'https://dagan.desa.id';
    const site = {
      url: origin,
      origin,
      cms: 'wordpress',
      version: null,
      name: null,
      seenAt: 1,
      ownShop: 'woocommerce',
    };
    deps.background.send = async (name, input) =>
      name === 'site/list' ? ({ origins: [], sites: [site] } as never) : send(name, input);
    await patchSettings(deps.db, { shop: true });
    await open();
    const box = await soon(() => {
      const found = page.root.querySelector<HTMLInputElement>('#shop-too-woocommerce');
      if (found === null) throw new Error('not drawn');
      return found;
    });
    expect(box.checked).toBe(false);
    expect(page.root.querySelector('#shop')?.textContent).toContain('Juga masukkan ke WooCommerce');
    expect(page.root.querySelector('#shop')?.textContent).not.toContain('Lapak');
    click(box);
    await soon(async () => expect(await getSettings(deps.db)).toMatchObject({ shop: true, wooCommerce: true }));
  });

  it('list the shortcuts the browser really has', async () => {
    await open();
    await soon(() => expect(page.root.querySelector('#shortcuts')?.textContent).toContain('Alt+Shift+J'));
    expect(page.root.querySelector('#shortcuts')?.textContent).toContain('Buka panel Jual produk');
  });
});
