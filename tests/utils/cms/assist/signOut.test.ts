// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { offersSignOut } from '#utils/cms/assist/stranger.ts';

const page = (html: string) => new DOMParser().parseFromString(html, 'text/html');

test.each([
  ['<a href="auth/logout"><i></i> Logout</a>', true],
  ['<form action="/logout"><button>Akhiri</button></form>', true],
  ['<button> Keluar </button>', true],
  ['<a href="/surat-keluar">Surat Keluar</a><a href="/kk">Keluarga</a>', false],
  ['<a href="/login">Masuk</a>', false],
])('%s: %s', (html, isOffered) => {
  expect(offersSignOut(page(html))).toBe(isOffered);
});
