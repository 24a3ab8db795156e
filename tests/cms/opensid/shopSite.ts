import type { Version } from '#tests/cms/doubles/opensid/state.ts';
import { startOpensid } from '#tests/cms/doubles/opensid.ts';
import type { ShopRole, ShopTarget } from '#tests/cms/shopSuite/target.ts';
import { opensidDriver } from '#utils/cms/opensid/driver.ts';
import { openTab } from './browser.ts';
import { productOf } from './shopItem.ts';

const ROLES: Record<ShopRole, string> = { chief: 'admin', helper: 'operator', nobody: 'kontributor' };

/** OpenSID's Lapak in one version, as the suite of all shops sees it. */
export function lapakTarget(version: Version): ShopTarget {
  const off = version === 2410 ? 2 : 0;
  return {
    name: `OpenSID ${version}`,
    driver: opensidDriver(async (blob) => blob),
    silence: { body: '<div class="alert alert-success"><p>Berhasil</p></div>', type: 'text/html' },
    // A version may put letters before the name, and make another kind of the picture.
    pictureName: /dodolan-\w+\.(jpg|webp)$/,
    async start() {
      const double = await startOpensid();
      const { state } = double;
      state.options.version = version;
      const { products } = state;
      return {
        signIn: async (role) => (await openTab(double.base, ROLES[role])).open('beranda'),
        goods: () =>
          products.map(({ id, nama, harga, status, deskripsi, foto }) => ({
            ...{ id: String(id), name: nama, price: harga, isOn: status === 1, text: deskripsi, pictures: foto ?? [] },
          })),
        put: ({ name, price, text }) => void products.push(productOf({ nama: name, harga: price, deskripsi: text })),
        change({ name, price, text, isOn }) {
          for (const one of products) {
            if (name !== undefined) one.nama = name;
            if (price !== undefined) one.harga = price;
            if (text !== undefined) one.deskripsi = text;
            if (isOn !== undefined) one.status = isOn ? 1 : off;
          }
        },
        addLine(line) {
          for (const one of products) one.deskripsi += `\n${line}`;
        },
        swapPicture() {
          for (const one of products) one.foto?.splice(0, 1, '179_punya_saya.jpg');
          return '179_punya_saya.jpg';
        },
        remove: () => void products.splice(0),
        reset: () => void products.splice(0),
        setReadOnly: () => void Object.assign(state.options, { lapakReadsOnly: true }),
        endSessions: () => state.sessions.clear(),
        loseAnswers: (areLost) => void Object.assign(state.options, { dieAfterWrite: areLost ? 1 : 0 }),
        close: double.close,
      };
    },
  };
}
