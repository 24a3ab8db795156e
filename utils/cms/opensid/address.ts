import { isDown } from '#utils/cms/form.ts';
import type { PostRef } from '#utils/cms/types.ts';
import { articleById } from './list.ts';
import type { Opensid } from './session.ts';

/**
 * What was saved, under an address that visitors can open. By its number an article is found whatever its title becomes,
 * but in some versions (2509) that address ends in an error for everybody: then it is the address of its title.
 */
export async function withOpenAddress(session: Opensid, ref: PostRef): Promise<PostRef> {
  if (ref.state !== 'published' || !(await isBroken(session, ref.url))) return ref;
  const titled = (await articleById(session, ref.postId))?.titled;
  return titled === undefined || (await isBroken(session, titled)) ? ref : { ...ref, url: titled };
}

/** A line that is lost here says nothing of the address, and what was saved stays saved. */
async function isBroken({ fetch }: Opensid, url: string): Promise<boolean> {
  try {
    return isDown((await fetch(url)).status);
  } catch {
    return false;
  }
}
