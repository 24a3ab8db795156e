// @vitest-environment jsdom

import type { Article, Version } from '#tests/cms/doubles/opensid/state.ts';
import { type OpensidDouble, startOpensid } from '#tests/cms/doubles/opensid.ts';
import { cmsSuite } from '#tests/cms/suite/index.ts';
import type { Site, Target } from '#tests/cms/suite/target.ts';
import { opensidDriver } from '#utils/cms/opensid/driver.ts';
import { editAddress, openTab } from './browser.ts';
import { pictureOf } from './post.ts';

function siteOn({ url, base, state, close }: OpensidDouble): Site {
  const articleOf = (id: string): Article => {
    const article = state.articles.find((found) => String(found.id) === id);
    if (article === undefined) throw new Error(`no article ${id}`);
    return article;
  };
  return {
    url,
    faults: state.faults,
    signIn: async (role) => (await openTab(base, role)).open('beranda'),
    async openEditor(role, postId) {
      const tab = await openTab(base, role);
      return tab.open(await editAddress(tab, base, postId));
    },
    posts: async () =>
      state.articles.map(({ id, judul, isi, enabled }) => ({
        id: String(id),
        title: judul,
        html: isi,
        state: enabled ? 'published' : 'draft',
      })),
    pictures: async () => [...state.uploads.keys()].filter((path) => path.includes('/sedang_')).length,
    async write(judul, isi) {
      const id = state.nextId();
      const slug = state.slug(judul, null);
      const rest = { gambar: null, enabled: 1 as const, id_kategori: 1, id_user: 1, link_dokumen: '' };
      state.articles.push({ id, judul, isi, slug, tgl_upload: state.now(), ...rest });
      return String(id);
    },
    async edit(postId, html) {
      articleOf(postId).isi = html;
    },
    async erase(postId) {
      state.articles = state.articles.filter(({ id }) => String(id) !== postId);
    },
    endSessions: async () => state.sessions.clear(),
    stop: close,
  };
}

const may = { saves: 'published', uploads: true, retires: true } as const;

const targetOf = (version: Version): Target => ({
  name: `OpenSID ${version}, double`,
  driver: opensidDriver(async (blob) => blob),
  start: async () => siteOn(await startOpensid({ version })),
  chief: 'admin',
  roles: { admin: may, operator: may, redaksi: may, kontributor: { ...may, saves: 'draft' } },
  picture: (seed) => new Blob([pictureOf('image/jpeg'), seed], { type: 'image/jpeg' }),
  badPicture: new Blob(['not a picture'], { type: 'image/jpeg' }),
  tellsDates: true,
  // OpenSID deletes for good where the role may.
  restores: false,
  patience: 180_000,
  silence: { body: '<div id="notifikasi" class="alert alert-success"><p>Berhasil</p></div>', type: 'text/html' },
});

cmsSuite(targetOf(2410));
// Its requests for articles are those of 2410, which have each been seen to fail.
cmsSuite(targetOf(2603), { withFaults: false });
