import type { Goods } from '#tests/cms/doubles/wordpress/goods.ts';
import type { Role, State } from '#tests/cms/doubles/wordpress/state.ts';
import { startWordPressDouble } from '#tests/cms/doubles/wordpress.ts';
import type { SeenGoods, ShopRole, ShopSite, ShopTarget } from '#tests/cms/shopSuite/target.ts';
import { linesOf, plain } from '#utils/cms/plainText.ts';
import type { DriverContext } from '#utils/cms/types.ts';
import { contextOf, driver } from './site.ts';

const ROLES: Record<ShopRole, Role> = { chief: 'admin', helper: 'shop', nobody: 'author' };

export interface WooSite extends ShopSite {
  state: State;
  url: string;
  as(role: Role): Promise<DriverContext>;
}

/** A village site with WooCommerce, or the same without. */
export async function startWoo(options: Partial<State['store']['options']> = {}): Promise<WooSite> {
  const double = await startWordPressDouble();
  const { state, url } = double;
  const { store } = state;
  Object.assign(store.options, { isOn: true, ...options });
  const kept = () => store.goods.filter(({ status }) => status !== 'trash');
  const as = (role: Role) => contextOf(double, role, 'profile.php');
  return {
    state,
    url,
    as,
    signIn: (role) => as(ROLES[role]),
    goods: () => kept().map((one) => seen(one, state)),
    put: ({ name, price, text }) =>
      void store.add(state.nextId(), { name, regular_price: String(price), description: `<p>${text}</p>` }),
    change({ name, price, text, isOn }) {
      for (const one of kept()) {
        if (name !== undefined) one.name = name;
        if (price !== undefined) one.regular_price = String(price);
        if (text !== undefined) one.description = `<p>${text}</p>`;
        if (isOn !== undefined) one.status = isOn ? 'publish' : 'draft';
      }
    },
    addLine(line) {
      for (const one of kept()) one.description += `\n<p>${line}</p>`;
    },
    swapPicture() {
      const id = state.nextId();
      state.media.push({ id, slug: 'punya-saya', file: '2026/11/punya-saya.jpg', alt: '', bytes: new Uint8Array() });
      for (const one of kept()) one.images.splice(0, 1, id);
      return 'punya-saya.jpg';
    },
    remove() {
      for (const one of kept()) one.status = 'trash';
    },
    reset: () => void store.goods.splice(0),
    setReadOnly: () => void Object.assign(store.options, { readsOnly: true }),
    endSessions: () => state.sessions.clear(),
    loseAnswers: (areLost) => void Object.assign(state.faults, { lostAnswer: areLost ? 500 : null }),
    close: double.stop,
  };
}

function seen(one: Goods, { media }: State): SeenGoods {
  return {
    id: String(one.id),
    name: plain(new DOMParser().parseFromString(one.name, 'text/html').body.textContent),
    price: Number(one.regular_price),
    isOn: one.status === 'publish',
    text: linesOf(one.description),
    pictures: one.images.map(
      (id) =>
        media
          .find((item) => item.id === id)
          ?.file.split('/')
          .at(-1) ?? 'lost',
    ),
  };
}

export const wooTarget: ShopTarget = {
  name: 'WooCommerce',
  driver,
  start: startWoo,
  silence: { body: '<!doctype html><title>Desa Dagan</title><p>Selamat datang', type: 'text/html' },
  pictureName: /^dodolan-\w+\.jpg$/,
};
