import { expect, test } from 'vitest';
import { adminFolder, isInFolder } from '#utils/sites/adminFolder.ts';

test.each([
  ['/admin/berita/tambah?x=1', '/admin/'],
  ['/index.php/kelola/tulis', '/index.php/kelola/'],
  ['/tambah-berita.php?id=1', '/tambah-berita.php'],
  ['/', '/'],
])('%s lies in %s', (path, folder) => {
  expect(adminFolder(path)).toBe(folder);
  expect(isInFolder(path, folder)).toBe(true);
});

test('the page at the head of a folder is in it, with an ending or without', () => {
  for (const head of ['/admin', '/admin.html', '/admin.php?page=2']) expect(isInFolder(head, '/admin/')).toBe(true);
  expect(isInFolder('/index.php/admin.html', '/index.php/admin/')).toBe(true);
  for (const other of ['/administrasi', '/adm', '/']) expect(isInFolder(other, '/admin/')).toBe(false);
});

test('what lies beside a folder, or beside a page at the root, is not in it', () => {
  expect(isInFolder('/berita/1', '/admin/')).toBe(false);
  expect(isInFolder('/index.php/berita/1', adminFolder('/index.php/kelola/tulis'))).toBe(false);
  expect(isInFolder('/berita.php', '/tambah-berita.php')).toBe(false);
  expect(isInFolder('/berita', '/')).toBe(false);
});
