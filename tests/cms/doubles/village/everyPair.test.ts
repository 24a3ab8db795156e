import { expect, test } from 'vitest';
import { standingFor } from '#tests/support/variants.ts';
import { AXES, type VillageOptions } from './axes.ts';
import { allPairs } from './pairs.ts';
import { personOn, personSaves, strangerReads } from './person.ts';
import { isPossible } from './possible.ts';
import { started } from './started.ts';

const SETS = standingFor(allPairs(AXES, 12, isPossible));
const LINK = 'https://pasar.example/p/abc';
const BODY = `<p>Keripik gurih.</p><p><a href="${LINK}">Lihat</a></p>`;

const nameOf = (set: VillageOptions) => Object.values(set).join(' ');

/** What of the article a stranger sees there, by how the editor's axis says that it is shown. */
function shown({ editor }: VillageOptions): string {
  if (editor === 'plain') return `&lt;a href=&quot;${LINK}&quot;`;
  return editor === 'stripLinks' ? 'Keripik gurih.Lihat' : `href="${LINK}"`;
}

test.each(SETS.map((set) => [nameOf(set), set] as const))(
  '%s: a person saves one article and changes it',
  async (_, set) => {
    const site = await started(set);
    const article = { title: 'Keripik Singkong', bodyHtml: BODY, link: LINK };
    await personSaves(site, article);
    const [added, ...more] = site.articles().slice(3);
    expect(more).toEqual([]);
    if (set.flavour === 'dead') return expect(added).toBeUndefined();
    expect(added).toMatchObject({ title: 'Keripik Singkong', isPublished: true, switches: [] });
    expect(added?.picture ? 1 : 0).toBe(set.picture === 'none' ? 0 : 1);
    const path = () => site.publicPaths.article(site.articles()[3] ?? { id: 0, title: '' });
    expect((await strangerReads(site, site.publicPaths.list)).text).toContain(path());
    expect((await strangerReads(site, path())).text).toContain(shown(set));

    await (await personOn(site)).change(added?.id ?? 0, { ...article, title: 'Keripik Pisang' });
    expect(site.articles()).toHaveLength(4);
    expect(site.articles()[3]).toEqual({ ...added, title: 'Keripik Pisang' });
    expect((await strangerReads(site, path())).text).toContain('<h1>Keripik Pisang</h1>');
    expect(site.foreignUntouched()).toBe(true);
    expect(site.mails()).toBe(0);
  },
);
