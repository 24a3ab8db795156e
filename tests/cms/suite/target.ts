import type { SiteFaults } from '#tests/cms/doubles/siteFaults.ts';
import type { Driver, DriverContext } from '#utils/cms/types.ts';

/** What the CMS holds of one post, seen behind the driver's back. */
export interface SeenPost {
  id: string;
  title: string;
  html: string;
  state: 'published' | 'pending' | 'draft' | 'down';
}

/** A running CMS, real or double, as the suite needs it: somebody to be, and the truth behind it. */
export interface Site {
  url: string;
  /** What may be switched wrong here; a real CMS has no such switches. */
  faults?: SiteFaults | undefined;
  /** A browser in which this role is signed in (the same one until its session is ended), on an admin page. */
  signIn(role: string): Promise<DriverContext>;
  /** The same person on the page in which this post is open in an editor. */
  openEditor(role: string, postId: string): Promise<DriverContext>;
  /** Every post, down ones too, by a way that is not the driver's. */
  posts(): Promise<SeenPost[]>;
  /** How many pictures the site has been sent so far. */
  pictures(): Promise<number>;
  /** A person writes an article of his own; answers its id. */
  write(title: string, html: string): Promise<string>;
  /** A person changes a post in the CMS's own editor. */
  edit(postId: string, html: string): Promise<void>;
  /** A person takes a post down for good, out of the trash too. */
  erase(postId: string): Promise<void>;
  /** Every session given out so far is worth nothing any more. */
  endSessions(): Promise<void>;
  stop(): Promise<void>;
}

/** How far a role gets. */
export interface RoleEnd {
  /** Where a first save ends. */
  saves: 'published' | 'pending' | 'draft';
  /** Whether the role gets a picture into the site. */
  uploads: boolean;
  /** False for a role that may write and not look at the site's pictures. */
  seesPictures?: false;
  /** Whether the role may take down what it has just written. */
  retires: boolean;
}

/** One adapter on one CMS in one condition. To add a CMS: one double, one file that calls `cmsSuite` with this. */
export interface Target {
  name: string;
  driver: Driver;
  start(): Promise<Site>;
  /** The role that may do everything; the suite is run as it. */
  chief: string;
  roles: Record<string, RoleEnd>;
  /** A picture this CMS takes. */
  picture(seed: string): Blob;
  /** A picture it refuses, if the condition has one. */
  badPicture: Blob | null;
  /** False for a site that lists its pictures nowhere, of a CMS whose later versions do. */
  hasLibrary?: false;
  /** Whether the site's library tells to the second when a picture came; only of a driver that lists it. */
  tellsDates?: boolean;
  /** False where a new post's state is the site's own choice and not the driver's. */
  keepsDrafts?: false;
  /** Whether a post that was taken down comes back under the same id. */
  restores: boolean;
  /** The most one test may take (ms), 60,000 when not said; a real CMS on a busy machine needs minutes. */
  patience?: number;
  /** How a reply looks that pretends all is well: its body for a write that was not carried out. */
  silence: { body: string; type: string };
}
