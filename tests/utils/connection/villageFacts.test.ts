import { describe, expect, it } from 'vitest';
import { missingFacts } from '#utils/connection/villageFacts.ts';

const village = {
  id: '0123456789abcdef',
  slug: 'dagan',
  name: 'Desa Dagan',
  code: null,
  district: null,
  regency: 'Purbalingga',
  sites: ['https://dagan.desa.id'],
  url: 'https://pasar.example/desa/dagan',
  status: 'approved' as const,
};
const identity = {
  siteUrl: 'https://dagan.desa.id',
  name: 'Desa Dagan',
  user: 'Bu Sari',
  code: '33.03.05.2007',
  district: 'Bobotsari',
  regency: 'Kabupaten Lain',
};

describe('what the CMS knows of the village', () => {
  it('fills what the marketplace lacks and overwrites nothing', () => {
    expect(missingFacts(village, identity)).toEqual({ code: '3303052007', district: 'Bobotsari' });
  });

  it('offers nothing when there is nothing new', () => {
    expect(missingFacts({ ...village, code: '3303052007', district: 'Bobotsari' }, identity)).toBeNull();
    expect(missingFacts(village, { ...identity, code: null, district: null })).toBeNull();
  });

  it('leaves out a code that is none, and keeps the rest', () => {
    expect(missingFacts(village, { ...identity, code: '12' })).toEqual({ district: 'Bobotsari' });
  });
});
