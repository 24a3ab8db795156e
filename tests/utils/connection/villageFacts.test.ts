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

  it('offers head and place where the village has said neither, and never over its own word', () => {
    const said = { photo: null, about: null, hours: null, head: null, place: null };
    const known = { ...village, code: '3303052007', district: 'Bobotsari' };
    const read = { ...identity, head: 'Sutrisno', place: '-7.305123456, 109.362201' };
    expect(missingFacts({ ...known, profile: said }, read)).toEqual({
      head: 'Sutrisno',
      place: { lat: -7.30512, lng: 109.3622 },
    });
    const own = { ...said, head: 'Wati', place: { lat: -7.1, lng: 109.1 } };
    expect(missingFacts({ ...known, profile: own }, read)).toBeNull();
    expect(missingFacts(known, read), 'a marketplace without profiles').toBeNull();
  });

  it('leaves out a place that lies elsewhere and a head that holds a number', () => {
    const said = { photo: null, about: null, hours: null, head: null, place: null };
    const known = { ...village, code: '3303052007', district: 'Bobotsari', profile: said };
    const odd = { ...identity, head: 'Sutrisno 081234567890', place: '109.36220, -7.30512' };
    expect(missingFacts(known, odd)).toBeNull();
  });
});
