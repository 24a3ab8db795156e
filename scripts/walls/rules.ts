import { COMPONENT_FLOORS, MARKETPLACE_FLOORS, UTILS_FLOORS } from './floors.ts';

/** One wall: no file under `of` imports anything that matches `not`; `because` is what the linter says. */
export interface Wall {
  of: string[];
  not: string[];
  because: string;
}

/**
 * This holds in every file: a path that climbs does not say where it leads, and no pattern could tell which wall it
 * breaks.
 */
const CLIMBING: Wall = {
  of: ['**'],
  not: ['../**', './../**'],
  because: 'Name it from the root: #utils/…, #contract, …',
};

const DEV = ['#tests/**', '#scripts/**', '#stack/**'];
const SERVER = '#marketplace/**';
/** The card and the product page, which both the extension and the storefront draw. */
const SHARED_VIEWS = ['#components/listing/**', '#components/ListingCard.tsx'];
const isFile = (name: string) => /\.tsx?$/.test(name);

/** The walls between the floors of one half: each folder and each file beside them, and everything above it. */
function floorWalls(root: string, floors: readonly string[]): Wall[] {
  return floors.map((name, at) => {
    const above = floors.slice(at + 1);
    // A file beside the folders reaches the other files by `./`; everybody else reaches them by the alias.
    const reach = isFile(name) ? [`#${root}/`, './'] : [`#${root}/`];
    const not = above.flatMap((other) => reach.map((prefix) => `${prefix}${other}${isFile(other) ? '' : '/**'}`));
    return {
      of: [`${root}/${name}${isFile(name) ? '' : '/**'}`],
      not,
      because: `${root}/${name} stands below: see scripts/walls/floors.ts.`,
    };
  });
}

const under = (wall: Wall, ...more: { not: string[]; because: string }[]): Wall[] => [
  CLIMBING,
  wall,
  ...more.map((one) => ({ ...one, of: wall.of })),
];

const UTILS_MORE = [
  { not: [SERVER], because: 'The extension sees the contract alone.' },
  { not: ['#components/**', '#entrypoints/**', ...DEV], because: 'utils/ draws nothing and starts nothing.' },
];
const MARKETPLACE_MORE = [
  {
    not: ['#utils/**', '#entrypoints/**', 'wxt', 'wxt/**', ...DEV],
    because: 'The server is no extension.',
  },
];
/** What crosses the wire is shapes and pure functions: of packages, the schemas and the ids alone. */
const BARE_CONTRACT = {
  not: ['node:*', 'preact', 'preact/**', 'hono', 'hono/**', 'kysely', 'kysely/**', 'pg', 'sharp', 'zod'],
  because: 'Both halves carry the contract: it imports zod/mini and nanoid, and nothing else.',
};
const NO_VIEWS = { not: ['#components/**'], because: 'Only pages draw the card that both halves share.' };
const ONLY_SHARED_VIEWS = {
  not: ['#components/**', ...SHARED_VIEWS.map((path) => `!${path}`)],
  because: 'Of the views the server draws only those that both halves share.',
};
const TINY = {
  not: ['zod', 'zod/**', 'preact', 'preact/**', '#utils/model/**', '!#utils/model/cmsLists.ts', './shapes.ts'],
  because: 'This runs on every enabled page: no zod, no Preact.',
};
const PURE_CMS = {
  not: [
    '#utils/db/**',
    '#utils/marketplace/**',
    '#utils/settings.ts',
    '#utils/messages.ts',
    '#utils/photos/**',
    '!#utils/photos/jpeg.ts',
  ],
  because: 'An adapter knows neither storage nor messages; it is handed what it needs.',
};

const utilsFloors = floorWalls('utils', UTILS_FLOORS);
const cmsFloor = utilsFloors[UTILS_FLOORS.indexOf('cms')] as Wall;

/**
 * The walls, grouped by the files that they hold for, in the linter's order. When two entries hold for one file, the
 * later one replaces the earlier one and does not add to it, so each entry is complete in itself.
 */
export const WALLS: Wall[][] = [
  [CLIMBING],
  ...utilsFloors.map((wall) => under(wall, ...UTILS_MORE, ...(wall === cmsFloor ? [PURE_CMS] : []))),
  under(
    {
      ...cmsFloor,
      of: [
        'utils/cms/**/recognise.ts',
        ...['recognisers', 'floating', 'inMenu', 'nativeEntry'].map((name) => `utils/cms/${name}.ts`),
      ],
    },
    ...UTILS_MORE,
    PURE_CMS,
    TINY,
  ),
  ...floorWalls('marketplace', MARKETPLACE_FLOORS).map((wall) =>
    under(
      wall,
      ...MARKETPLACE_MORE,
      wall.of[0] === 'marketplace/pages/**' ? ONLY_SHARED_VIEWS : NO_VIEWS,
      ...(wall.of[0] === 'marketplace/contract/**' ? [BARE_CONTRACT] : []),
    ),
  ),
  under(
    { of: ['components/**'], not: [SERVER], because: 'The extension sees the contract alone.' },
    { not: ['#entrypoints/**', ...DEV], because: 'Views know neither who starts them nor the tests.' },
  ),
  // What both halves draw comes below, with a wall that is tighter.
  ...floorWalls(
    'components',
    COMPONENT_FLOORS.filter((name) => !/^listing$|^ListingCard/.test(name)),
  ).map((wall) =>
    under(
      wall,
      { not: [SERVER], because: 'The extension sees the contract alone.' },
      { not: ['#entrypoints/**', ...DEV], because: 'Views know neither who starts them nor the tests.' },
    ),
  ),
  under(
    {
      of: ['components/listing/**', 'components/ListingCard.tsx'],
      not: [SERVER],
      because: 'The extension sees the contract alone.',
    },
    {
      not: ['#utils/**', '#components/**', '#entrypoints/**', ...DEV],
      because: 'The server draws this too: it knows the contract alone.',
    },
  ),
  under(
    { of: ['entrypoints/**'], not: [SERVER], because: 'The extension sees the contract alone.' },
    { not: DEV, because: 'What is shipped knows no tests.' },
  ),
  under(
    { of: ['entrypoints/cms.content/**'], not: [SERVER], because: 'The extension sees the contract alone.' },
    { not: DEV, because: 'What is shipped knows no tests.' },
    {
      not: ['#components/**', '#utils/**', '!#utils/cms/**', '!#utils/runtime/**'],
      because: 'This runs on every enabled page: it only recognises, draws the entry and asks.',
    },
    { ...TINY, not: TINY.not.filter((path) => !path.includes('#utils')) },
  ),
];

/** The walls as the linter's configuration, to stand in `biome.walls.json`. */
export function toBiome(walls: Wall[][]) {
  return {
    overrides: walls.map((group) => ({
      includes: group.at(-1)?.of ?? [],
      linter: {
        rules: {
          style: {
            noRestrictedImports: {
              level: 'error',
              options: {
                patterns: group
                  .filter(({ not }) => not.length > 0)
                  .map(({ not, because }) => ({ group: not, message: because })),
              },
            },
          },
        },
      },
    })),
  };
}
