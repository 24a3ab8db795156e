import { CmsError, type DriverContext } from '#utils/cms/types.ts';

/** A page that answers so is broken for everybody who comes to buy. */
const BROKEN = 500;

/** Whether a stranger gets this page; null when nobody can tell just now. */
async function isUp({ fetch }: DriverContext, url: string): Promise<boolean | null> {
  try {
    // Without the person's session: guests may see another page than the admin does.
    const { status } = await fetch(url, { credentials: 'omit', cache: 'no-store' });
    return status < BROKEN;
  } catch {
    return null;
  }
}

/**
 * Runs a write and looks whether the public shop, and the product's own page, still come to everybody as the shop did before.
 * Where one does not, twice in a row, the write is undone and `refused` is thrown.
 */
export async function watched<T extends { url: string }>(
  context: DriverContext,
  write: () => Promise<T>,
  undo: () => Promise<void>,
): Promise<T> {
  const shop = `${context.page.siteUrl}/?post_type=product`;
  const wasUp = await isUp(context, shop);
  const written = await write();
  if (wasUp !== true) return written;
  for (const url of new Set([shop, written.url])) {
    const isBroken = (await isUp(context, url)) === false && (await isUp(context, url)) === false;
    if (!isBroken) continue;
    await undo();
    throw new CmsError('refused', url);
  }
  return written;
}
