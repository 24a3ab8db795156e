import { isDown } from '#utils/cms/form.ts';
import type { PostRef } from '#utils/cms/types.ts';
import { articleById } from './list.ts';
import type { Opensid } from './session.ts';

/** Sites whose articles open by their numbers, as long as this page stands: it is a matter of OpenSID's version. */
const opensByNumber = new Set<string>();

/**
 * What was saved, under an address that visitors can open. By its number an article is found whatever its title becomes,
 * but in some versions (2509) that address ends in an error for everybody: then it is the address of its title.
 */
export async function withOpenAddress(session: Opensid, ref: PostRef): Promise<PostRef> {
  if (ref.state !== 'published' || opensByNumber.has(session.siteUrl)) return ref;
  const broken = await isBroken(session, ref.url);
  if (broken === false) opensByNumber.add(session.siteUrl);
  if (broken !== true) return ref;
  const titled = (await articleById(session, ref.postId))?.titled;
  return titled === undefined || (await isBroken(session, titled)) === true ? ref : { ...ref, url: titled };
}

const LOOK_MS = 10_000;

/** Null when the line was lost or slow: that says nothing of the address, and what was saved stays saved. */
async function isBroken({ fetch }: Opensid, url: string): Promise<boolean | null> {
  try {
    return isDown((await fetch(url, { signal: AbortSignal.timeout(LOOK_MS) })).status);
  } catch {
    return null;
  }
}
