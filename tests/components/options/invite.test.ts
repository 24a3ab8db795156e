import { describe, expect, it } from 'vitest';
import { deviceName, readInvite } from '#components/options/invite.ts';
import { readSite } from '#components/options/site.ts';
import { newInviteCode } from '#marketplace/villages/tokens.ts';

const CODE = 'abcdefgh1jklmn0pqrstuvwx';
const LINK = `https://pasar.purbalinggakab.go.id/undang/${CODE}`;

describe('readInvite', () => {
  it.each([LINK, `  ${LINK}/ `, `Sugeng enjing, iki tautane: ${LINK}.`, `*${LINK}*`, `<${LINK}>`])(
    'finds the link in %j',
    (pasted) => {
      expect(readInvite(pasted)).toMatchObject({ origin: 'https://pasar.purbalinggakab.go.id' });
    },
  );
  it('finds any code that a marketplace may make, however a chat program marks it up', () => {
    for (let i = 0; i < 500; i += 1) {
      const link = `https://pasar.example/undang/${newInviteCode()}`;
      for (const pasted of [link, `_${link}_`, `*${link}*`, `(${link}).`]) {
        expect(readInvite(pasted)).toMatchObject({ link });
      }
    }
  });
  it.each([
    'pasar.purbalinggakab.go.id/k ABCD-2345',
    'Buka https://pasar.purbalinggakab.go.id/k abcd2345',
    'https://pasar.purbalinggakab.go.id/k/ABCD2345',
  ])('finds address and letters in %j', (pasted) => {
    const origin = 'https://pasar.purbalinggakab.go.id';
    expect(readInvite(pasted)).toEqual({ link: `${origin}/k/ABCD2345`, origin });
  });
  it('takes the invite, not the other link of the message', () => {
    expect(readInvite(`Lihat https://pasar.example/ lalu ${LINK}`)).toMatchObject({ link: LINK });
  });
  it.each([
    ['', 'invite_missing'],
    ['undangan', 'invite_no_link'],
    ['ABCD2345', 'invite_letters_alone'],
    [' abcd-2345', 'invite_letters_alone'],
    ['https://pasar.example/p/gula', 'invite_malformed'],
    ['https://pasar.example/undang/pendek', 'invite_malformed'],
    [`http://pasar.example/undang/${CODE}`, 'marketplace_insecure'],
  ])('says of %j that it is %s', (pasted, problem) => {
    expect(readInvite(pasted)).toEqual({ problem });
  });
});

describe('readSite', () => {
  it.each([
    ['dagan.desa.id', 'https://dagan.desa.id'],
    [' https://dagan.desa.id/wp-admin/ ', 'https://dagan.desa.id'],
    ['http://localhost:8080/x', 'http://localhost:8080'],
    ['dagan', null],
    ['javascript:alert(1)', null],
    ['https://a:b@dagan.desa.id', null],
    ['desa dagan', null],
    ['', null],
  ])('reads %j as %s', (typed, origin) => {
    expect(readSite(typed)).toBe(origin);
  });
});

it('names this device as people would', () => {
  expect(deviceName('Mozilla/5.0 (Windows NT 10.0) Chrome/150.0 Safari/537.36', 'di')).toBe('Chrome di Windows');
  expect(deviceName('Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0', 'on')).toBe('Firefox on Linux');
});
