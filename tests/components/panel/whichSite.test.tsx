// @vitest-environment jsdom
import { act } from 'preact/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import { BackgroundContext } from '#components/background/context.ts';
import type { DraftStore } from '#components/draft/draftStore.ts';
import { WHICH_SITE_ID, WhichSite } from '#components/panel/WhichSite.tsx';
import { mount } from '#tests/support/mount.ts';
import { soon } from '#tests/support/soon.ts';
import { idOf } from '#tests/utils/inquiries/make.ts';
import type { Site } from '#utils/model/site.ts';
import { testBackground } from './background.ts';
import { useWords } from './words.ts';

vi.hoisted(() => {
  const never = { addListener: () => undefined, removeListener: () => undefined };
  // A panel beside the page is in no tab.
  const tabs = { getCurrent: async () => undefined, onActivated: never, onUpdated: never };
  Object.assign(globalThis, { chrome: { runtime: { id: 'test', getURL: (path: string) => path }, tabs } });
});

const site = (name: string): Site => ({
  ...{ url: `https://${name}.desa.id`, origin: `https://${name}.desa.id`, cms: 'wordpress', version: null },
  ...{ name: `Desa ${name}`, seenAt: 1 },
});

let deps: ReturnType<typeof testBackground>;
beforeEach(async () => {
  await useWords('panel', 'popup');
  deps = testBackground();
});

/** The panel of this draft, with another village's site in front. */
function draw(siteUrl: string | null): HTMLElement {
  const sites = [site('utara'), site('selatan')];
  const { send } = deps.background;
  const background: typeof deps.background = {
    ...deps.background,
    send: (async (name: Parameters<typeof send>[0], input: never) => {
      if (name === 'site/list') return { origins: [], sites };
      return name === 'panel/front' ? sites[1] : send(name, input);
    }) as typeof send,
  };
  const store = { draft: { id: idOf('draft'), siteUrl, baseRev: 0 } } as DraftStore;
  return mount(
    <BackgroundContext.Provider value={background}>
      <WhichSite store={store} onVillage={() => undefined} onNew={() => undefined} />
    </BackgroundContext.Provider>,
  ).root;
}

it('says beside another site’s page whose the product is', async () => {
  const root = draw('https://utara.desa.id');
  await soon(() => expect(root.textContent).toContain('Produk ini untuk Desa utara'));
  expect(root.querySelector(`#${WHICH_SITE_ID}`)).toBeNull();
});

it('keeps the open question beside any page: nothing is published before it is answered', async () => {
  const root = draw(null);
  await act(() => new Promise((done) => setTimeout(done, 20)));
  await soon(() => expect(root.querySelector(`#${WHICH_SITE_ID}`)).not.toBeNull());
});
