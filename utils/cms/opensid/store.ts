import type { LookAround, Store } from '#utils/cms/engine.ts';
import type { FilledForm } from '#utils/cms/form.ts';
import type { ToJpeg } from '#utils/cms/picture.ts';
import { CmsError, type DriverContext, type PostRef } from '#utils/cms/types.ts';
import { type Article, articlesTitled } from './list.ts';
import { holding, put } from './put.ts';
import { rowsOn } from './rows.ts';
import { sessionOf } from './session.ts';
import { takeDown } from './takeDown.ts';
import { plainTitle } from './text.ts';
import { newForm } from './write.ts';

/** OpenSID's articles as the engine works with them. `known` is what we last knew of the listing's article. */
export function storeOf(
  context: DriverContext,
  { known, isToWrite }: { known: PostRef | null; isToWrite: boolean },
  toJpeg: ToJpeg,
): Store {
  const session = sessionOf(context);
  const rows = rowsOn(session);
  /** The form of a new article, once it has been asked for. */
  let form: Promise<FilledForm> | null = null;
  const askForForm = (): Promise<FilledForm> => {
    form ??= newForm(session);
    return form;
  };

  async function search(link: string): Promise<Article[]> {
    // A listing without an article will most likely need the form. It comes while the search runs; where it does not come,
    // the write says why, and only if there is one.
    if (known === null && isToWrite) askForForm().catch(() => undefined);
    try {
      return (await holding(session, link)).map(rows.keep);
    } catch (error) {
      throw await inWords(error, form);
    }
  }

  const lookAround = async ({ title, newest }: LookAround): Promise<Article[]> => [
    ...(title === null ? [] : (await articlesTitled(session, plainTitle(title))).map(rows.keep)),
    ...(newest ? (await articlesTitled(session, '')).map(rows.keep) : []),
  ];

  return {
    read: rows.read,
    search,
    lookAround,
    write: (current, post) => put({ session, rows, askForForm, toJpeg }, current, post),
    unpublish: async (current) => takeDown(session, rows, await rows.rowOf(current), known),
  };
}

/**
 * The failure that says why, of two requests that were sent together: OpenSID tells its reason once, to whichever of them
 * comes first.
 */
async function inWords(error: unknown, other: Promise<unknown> | null): Promise<unknown> {
  if (!(error instanceof CmsError) || error.what !== null) return error;
  const told = await other?.then(
    () => null,
    (failure: unknown) => failure,
  );
  return told instanceof CmsError && told.code === error.code ? told : error;
}
