// @vitest-environment jsdom
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { BackgroundContext } from '#components/background/context.ts';
import { WhichVillage } from '#components/panel/WhichVillage.tsx';
import { mount } from '#tests/support/mount.ts';
import { soon } from '#tests/support/soon.ts';
import { idOf } from '#tests/utils/inquiries/make.ts';
import { type KnownVillage, type PanelVillage, villageKey } from '#utils/model/site.ts';
import { testBackground } from './background.ts';
import { useWords } from './words.ts';

vi.hoisted(() => Object.assign(globalThis, { chrome: { runtime: { id: 'test', getURL: (path: string) => path } } }));

const known = (name: string, host = 'pasar.example'): KnownVillage => {
  const marketplaceUrl = `https://${host}`;
  const place = { code: null, district: null, regency: null, sites: [], url: `${marketplaceUrl}/desa/${name}` };
  const village = { id: idOf(name), slug: name, name, status: 'approved' as const, ...place };
  const connection = { marketplaceUrl, deviceId: idOf('device'), deviceName: 'Laptop', village };
  return { key: villageKey(connection), connection, state: 'connected' };
};
const north = known('Desa Utara');
const south = known('Desa Selatan');

let deps: ReturnType<typeof testBackground>;
let root: HTMLElement;
let chosen: PanelVillage | null;
beforeEach(async () => {
  await useWords('panel', 'popup');
  deps = testBackground();
  chosen = null;
});

function draw(over: Partial<PanelVillage>): void {
  const village = { connection: null, missing: null, among: [], several: true, ...over };
  deps.state.village = village;
  const onChosen = (next: PanelVillage) => {
    chosen = next;
  };
  root = mount(
    <BackgroundContext.Provider value={deps.background}>
      <WhichVillage village={village} draftId={idOf('draft')} isOfSite={true} onChosen={onChosen} />
    </BackgroundContext.Provider>,
  ).root;
}
const buttons = () => [...root.querySelectorAll('button')].map(({ textContent }) => textContent);
const press = (words: string) =>
  act(() => [...root.querySelectorAll('button')].find(({ textContent }) => textContent === words)?.click());

describe('whose the product is', () => {
  it('is not spoken of where there is one village', () => {
    draw({ connection: north.connection, several: false });
    expect(root.textContent).toBe('');
  });

  it('is said where there are more', () => {
    draw({ connection: north.connection });
    expect(root.textContent).toContain('Desa Utara');
    expect(buttons()).toEqual([]);
  });

  it('is asked in one sentence, a button for each village, and told to the background', async () => {
    draw({ among: [north, south] });
    expect(root.textContent).toContain('Situs ini untuk desa mana?');
    expect(buttons()).toEqual(['Desa Utara', 'Desa Selatan', 'Desa lain …']);
    press('Desa Selatan');
    await soon(() => expect(chosen?.connection?.village.name).toBe('Desa Selatan'));
    expect(deps.state.sent).toEqual(['village/choose']);
  });

  it('is asked of the only village too, where nobody has said that the site is its own', async () => {
    draw({ among: [north], several: false });
    expect(root.textContent).toContain('Situs ini milik Desa Utara?');
    expect(buttons()).toEqual(['Ya, Desa Utara', 'Desa lain …']);
    press('Ya, Desa Utara');
    await soon(() => expect(chosen?.connection?.village.name).toBe('Desa Utara'));
  });

  it('can be changed where a person chose it', () => {
    draw({ connection: north.connection, among: [north, south] });
    press('Ganti desa');
    expect(buttons()).toContain('Desa Selatan');
  });

  it('names the marketplace where two villages are called the same', () => {
    draw({ among: [known('Desa Dagan'), known('Desa Dagan', 'latihan.example')] });
    expect(buttons().slice(0, 2)).toEqual(['Desa Dagan (pasar.example)', 'Desa Dagan (latihan.example)']);
  });

  it('of a village that is not connected says so, and where the invite link goes', () => {
    draw({ missing: 'Desa Selatan' });
    expect(root.textContent).toContain('Desa Selatan');
    expect(buttons()).toEqual(['Tempel tautan undangan']);
  });
});
