import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Me } from '#contract';
import { runCommand } from '#marketplace/admin/commands.ts';
import { backends, type Marketplace, startMarketplace, type TestVillage } from '#tests/marketplace/harness.ts';

const TABLE = `\ufeffKode;Desa;Kecamatan;Kabupaten;Lat;Lng;Kepala;Jam;Tentang;Catatan
33.03.05.2007;;Bobotsari;Purbalingga;-7,30512;109,3622;Bapak Sutrisno;Senin–Jumat 08.00–15.00;Desa gula.;x
;onje;Mrebet;Purbalingga;;;;;;
;tidak-ada;Mrebet;;;;;;;
;serang;Karangreja;;109,3;-7,3;;;;
;serang;Karangreja;;;;Pak Tris 081234567890;;;

;serang;;;;;;;"Dua baris
satu sel";
`;

describe.each(backends)("an operator's table of profiles on %s", (backend) => {
  let market: Marketplace;
  let dagan: TestVillage;
  beforeAll(async () => {
    market = await startMarketplace({ backend });
    dagan = await market.village('Desa Dagan');
    await market.village('Desa Onje');
    await market.village('Desa Serang');
    await patch({ code: '3303052007', head: 'Ibu Wati', hours: null });
  });
  afterAll(() => market.stop());

  const patch = (body: unknown) => market.call('PATCH', '/v1/me', { token: dagan.token, body });
  const run = (...argv: string[]) => runCommand(market.deps, ['profiles', ...argv], 'id');
  const village = async () =>
    Me.parse(await (await market.call('GET', '/v1/me', { token: dagan.token })).json()).village;

  const SAID = [
    'Kolom yang tidak dikenal dan dilewati: Catatan',
    'Baris 2 (dagan): kecamatan, kabupaten, tentang, letak',
    'Baris 2 (dagan): tetap seperti kata desa sendiri: kepala desa, jam kantor',
    'Baris 3 (onje): kecamatan, kabupaten',
    'Baris 4: tidak ada desa "tidak-ada". Baris ini dilewati.',
    'Baris 5: isi kolom ini tidak bisa dipakai, jadi seluruh baris dilewati: lat, lng',
    'Baris 6: isi kolom ini tidak bisa dipakai, jadi seluruh baris dilewati: kepala desa',
    'Baris 8 (serang): tentang',
  ];

  it('is tried without writing anything', async () => {
    const { ok, text } = await run('--dry-run', '--', TABLE);
    expect([ok, text.split('\n')]).toEqual([
      true,
      [...SAID, 'Percobaan saja, tidak ada yang ditulis: 3 desa akan diperbarui, 3 baris akan dilewati karena salah.'],
    ]);
    expect(await village()).toMatchObject({ district: null, profile: { place: null, head: 'Ibu Wati' } });
  });

  it('is written, and the village’s own word stays, also where it took something away', async () => {
    const { text } = await run('--', TABLE);
    expect(text.split('\n')).toEqual([...SAID, '3 desa diperbarui, 3 baris dilewati karena salah.']);
    expect(await village()).toMatchObject({
      district: 'Bobotsari',
      regency: 'Purbalingga',
      profile: { about: 'Desa gula.', hours: null, head: 'Ibu Wati', place: { lat: -7.30512, lng: 109.3622 } },
    });
  });

  it('changes nothing the second time, and what a village says later wins over a later table', async () => {
    expect((await run('--', TABLE)).text).toContain('0 desa diperbarui');
    await patch({ about: 'Desa madu.', district: 'Bojongsari' });
    expect((await run('--', TABLE)).text).toContain(
      'Baris 2 (dagan): tetap seperti kata desa sendiri: kecamatan, kepala desa, jam kantor, tentang',
    );
    expect(await village()).toMatchObject({ district: 'Bojongsari', profile: { about: 'Desa madu.' } });
  });

  it.each([
    ['desa,kepala', 'serang,Bapak Budi'],
    ['desa\tkepala', 'serang\tBapak Budi'],
    ['desa;kepala', 'serang;Bapak Budi'],
  ])('reads a small table, whatever parts its cells: %j', async (head, line) => {
    expect((await run('--dry-run', '--', `${head}\r\n${line}\r\n`)).text).toContain('Baris 2 (serang): kepala desa');
  });

  it.each(['', 'nama,kepala\nDagan,Wati', 'x'.repeat(5000)])('refuses what is no such table: %.20j', async (text) => {
    expect(await run('--', text)).toMatchObject({ ok: false, text: expect.stringContaining('tidak bisa dibaca') });
  });
});
