import { describe, expect, test } from 'vitest';
import { siteOwner } from '#utils/villages/ownership.ts';
import { village } from './storedVillage.ts';

const KEC = 'https://kecamatan.example';

const key = (name: string, host = 'pasar.example') => `${host} ${name}`;
const KNOWN = (name: string) => ({ key: key(name), candidates: [] });
const utara = village('utara', [`${KEC}/utara`]);
const selatan = village('selatan', [`${KEC}/selatan`]);
const root = village('induk', [KEC]);
const signedOut = { revoked: true, token: '' };

describe('whose a site is', () => {
  test.each([
    ['its own folder', `${KEC}/utara`, KNOWN('utara')],
    ['the folder beside', `${KEC}/selatan`, KNOWN('selatan')],
    ['a site within a folder', `${KEC}/selatan/toko`, KNOWN('selatan')],
    ['over http, with www.', 'http://www.kecamatan.example/utara', KNOWN('utara')],
    [
      'a folder whose name only begins alike',
      `${KEC}/utara-baru`,
      { key: null, candidates: [key('utara'), key('selatan')] },
    ],
    ['another port', 'https://kecamatan.example:8443/utara', { key: null, candidates: [key('utara'), key('selatan')] }],
    ['a site of nobody’s', 'https://lain.example', { key: null, candidates: [key('utara'), key('selatan')] }],
    ['no site', null, { key: null, candidates: [key('utara'), key('selatan')] }],
  ])('of two villages in folders of one host: %s', (_, site, expected) => {
    expect(siteOwner([utara, selatan], {}, site)).toEqual(expected);
  });

  test('the longest address decides, in whatever order they were connected', () => {
    for (const all of [
      [root, utara],
      [utara, root],
    ]) {
      expect(siteOwner(all, {}, `${KEC}/utara`)).toEqual(KNOWN('utara'));
      expect(siteOwner(all, {}, `${KEC}/timur`)).toEqual(KNOWN('induk'));
    }
  });

  test('a person’s answer holds for that site alone, and never against a marketplace’s list', () => {
    const choices = { 'https://lain.example': key('selatan'), [`${KEC}/utara`]: key('selatan') };
    expect(siteOwner([utara, selatan], choices, 'https://lain.example').key).toBe(key('selatan'));
    expect(siteOwner([utara, selatan], choices, 'https://lain.example/blog').key).toBeNull();
    expect(siteOwner([utara, selatan], choices, `${KEC}/utara`)).toEqual(KNOWN('utara'));
  });

  describe('a single village', () => {
    const dagan = village('dagan', ['https://dagan.desa.id']);
    const ASKED = { key: null, candidates: [key('dagan')] };

    test.each([
      'https://dagan.desa.id',
      'https://dagan.desa.id/',
      'http://dagan.desa.id',
      'https://www.dagan.desa.id',
      'https://dagan.desa.id:443/berita',
    ])('takes its own site without a question, however it is visited: %s', (site) => {
      expect(siteOwner([dagan], {}, site)).toEqual(KNOWN('dagan'));
    });

    test('takes every site while its list names none, and products of no site', () => {
      expect(siteOwner([village('dagan', [])], {}, 'https://lain.example')).toEqual(KNOWN('dagan'));
      expect(siteOwner([dagan], {}, null)).toEqual(KNOWN('dagan'));
    });

    test('is asked about a site that its list does not name, and about the folder beside its own', () => {
      expect(siteOwner([dagan], {}, 'https://selatan.desa.id')).toEqual(ASKED);
      expect(siteOwner([utara], {}, `${KEC}/selatan`)).toEqual({ key: null, candidates: [key('utara')] });
    });

    test('is asked once: the answer holds for the site however it is written', () => {
      const choices = { 'https://lain.example': dagan.key };
      for (const site of ['https://lain.example/', 'http://lain.example', 'https://www.lain.example'])
        expect(siteOwner([dagan], choices, site).key).toBe(dagan.key);
      expect(siteOwner([dagan], choices, 'https://lain.example:8443')).toEqual(ASKED);
    });

    test('does not inherit a site that was given to a village that is gone', () => {
      const choices = { 'https://toko.example': key('selatan') };
      expect(siteOwner([dagan], choices, 'https://toko.example')).toEqual(ASKED);
      expect(siteOwner([village('dagan', [])], choices, 'https://toko.example')).toEqual(ASKED);
    });
  });

  test('a site known to be another village’s is not taken by the one that is connected', () => {
    const gone = { ...selatan, ...signedOut };
    expect(siteOwner([utara, gone], {}, `${KEC}/selatan`)).toEqual(KNOWN('selatan'));
  });

  test('practice and the real marketplace, one site: asked; once one is signed out, the other', () => {
    const site = 'https://dagan.desa.id';
    const real = village('dagan', [site]);
    const practice = village('dagan', [site], {}, 'latihan.example');
    const both = [key('dagan'), key('dagan', 'latihan.example')];
    expect(siteOwner([real, practice], {}, site)).toEqual({ key: null, candidates: both });
    expect(siteOwner([real, practice], { [site]: practice.key }, site)).toEqual({
      key: practice.key,
      candidates: both,
    });
    expect(siteOwner([real, { ...practice, ...signedOut }], { [site]: practice.key }, site)).toEqual(KNOWN('dagan'));
  });

  test('with nobody connected it is nobody’s yet', () => {
    expect(siteOwner([{ ...utara, ...signedOut }], {}, `${KEC}/utara`)).toEqual({ key: null, candidates: [] });
    expect(siteOwner([], {}, null)).toEqual({ key: null, candidates: [] });
  });
});
