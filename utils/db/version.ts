export const DB_NAME = 'dodolan';
/** How many entries `UPGRADES` has. */
export const DB_VERSION = 3;
