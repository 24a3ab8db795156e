// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import type { VillageProfile as Profile, VillageProfilePatch } from '#contract';
import { button, click, createWorld, soon, type, VILLAGE, type World } from '#tests/components/mountPage.tsx';
import { learnVillage } from '#utils/villages/learn.ts';

const { ConnectionSection } = await import('#components/options/ConnectionSection.tsx');

const KEY = `https://pasar.example ${VILLAGE.id}`;
const NONE: Profile = { photo: null, about: null, hours: null, head: null, place: null };

let world: World;
let page: ReturnType<World['draw']>;
/** What the marketplace was told. */
let told: VillageProfilePatch[];
beforeEach(async () => {
  world = await createWorld();
  await world.connect();
  told = [];
});

const text = () => page.root.textContent ?? '';
const field = (name: string) =>
  page.root.querySelector<HTMLInputElement>(`[id="profile-${VILLAGE.id}-${name}"]`) ?? expect.fail(name);
const problem = (name: string) => page.root.querySelector(`[id="profile-${VILLAGE.id}-${name}-error"]`)?.textContent;

/** The marketplace answers with what it was told, or with this problem. */
function answers(profile: Profile | undefined, refusal?: { status: number; body: unknown }) {
  world.serve(async (_, init) => {
    if (init?.method !== 'PATCH') throw new TypeError('the server is down');
    if (refusal) return Response.json(refusal.body, { status: refusal.status });
    const patch = JSON.parse(String(init.body)) as VillageProfilePatch;
    told.push(patch);
    const village = { ...VILLAGE, ...(profile !== undefined && { profile: { ...profile, ...patch } }) };
    return Response.json({ village, devices: [] });
  });
}

async function open(profile: Profile | undefined) {
  await learnVillage(world.db, KEY, { ...VILLAGE, ...(profile && { profile }) });
  page = world.draw(<ConnectionSection />);
  await soon(() => expect(text()).toContain('Keluar'));
}

const save = () => click(button(page.root, 'Simpan profil'));

describe('the profile of a village in the options', () => {
  it('is not asked for where the marketplace keeps none', async () => {
    await open(undefined);
    expect(text()).not.toContain('Profil desa di pasar');
  });

  it('sends only what was changed, and shows it afterwards', async () => {
    const known = { ...NONE, head: 'Bapak Sutrisno' };
    answers(known);
    await open(known);
    await soon(() => expect(text()).toContain('Belum diisi: Foto desa'));
    click(button(page.root, 'Ubah profil'));
    await soon(() => field('about'));
    type(field('about'), 'Desa di lereng Slamet.');
    type(field('place'), '-7,30512, 109,3622');
    await soon(() => expect(text()).toContain('Terbaca: 7,30512° LS, 109,3622° BT.'));
    save();
    const sent = { about: 'Desa di lereng Slamet.', place: { lat: -7.30512, lng: 109.3622 } };
    await soon(() => expect(told).toEqual([sent]));
    await soon(() => expect(text()).toContain('Desa di lereng Slamet.'));
  });

  it('leaves alone what became known while the form was open', async () => {
    answers(NONE);
    await open(NONE);
    await soon(() => click(button(page.root, 'Isi profil desa')));
    await soon(() => field('about'));
    type(field('about'), 'Desa di lereng Slamet.');
    await learnVillage(world.db, KEY, {
      ...VILLAGE,
      profile: { ...NONE, head: 'Bapak Sutrisno', place: { lat: -7.3, lng: 109.36 } },
    });
    world.backend.broadcast('connection');
    await soon(() => expect(field('head').value).toBe('Bapak Sutrisno'));
    save();
    await soon(() => expect(told).toEqual([{ about: 'Desa di lereng Slamet.' }]));
  });

  it('asks about swapped numbers and a missing minus, and takes them only when told', async () => {
    answers(NONE);
    await open(NONE);
    await soon(() => click(button(page.root, 'Isi profil desa')));
    await soon(() => field('place'));
    type(field('place'), '109.3622, -7.30512');
    await soon(() => expect(text()).toContain('tertukar'));
    save();
    await soon(() => expect(problem('place')).toContain('luar Indonesia'));
    expect(told).toEqual([]);
    click(button(page.root, 'Ya, pakai ini'));
    await soon(() => expect(field('place').value).toBe('-7.30512, 109.3622'));
    type(field('place'), '7.30512, 109.3622');
    await soon(() => expect(text()).toContain('minusnya'));
    type(field('place'), 'https://maps.app.goo.gl/x');
    await soon(() => expect(problem('place')).toContain('tautan pendek'));
  });

  it('says at its field what is wrong, here and by the marketplace, and keeps what is typed', async () => {
    answers(NONE);
    await open(NONE);
    await soon(() => click(button(page.root, 'Isi profil desa')));
    await soon(() => field('head'));
    type(field('head'), 'Pak Tris 0812 3456 7890');
    save();
    await soon(() => expect(problem('head')).toContain('dibaca semua orang'));
    type(field('head'), 'Pak Tris');
    const issues = [{ path: 'head', code: 'text_hidden_characters' }];
    answers(NONE, { status: 422, body: { type: 'x', title: 'x', status: 422, code: 'invalid', issues } });
    save();
    await soon(() => expect(problem('head')).toContain('tersembunyi'));
    expect(field('head').value).toBe('Pak Tris');
    expect(told).toEqual([]);
  });

  it('opens again with what was typed after the page was closed', async () => {
    await open(NONE);
    await soon(() => click(button(page.root, 'Isi profil desa')));
    await soon(() => field('hours'));
    type(field('hours'), 'Senin–Jumat 08.00–15.00');
    await soon(() => expect(world.asked).toContain('typed/keep'));
    page.close();
    page = world.draw(<ConnectionSection />);
    await soon(() => expect(field('hours').value).toBe('Senin–Jumat 08.00–15.00'));
  });

  it('an error of the line loses nothing', async () => {
    await open(NONE);
    await soon(() => click(button(page.root, 'Isi profil desa')));
    await soon(() => field('hours'));
    type(field('hours'), 'Senin–Jumat');
    save();
    await soon(() => expect(page.root.querySelector('[role="alert"]')?.textContent).toBeTruthy());
    expect(field('hours').value).toBe('Senin–Jumat');
  });
});
