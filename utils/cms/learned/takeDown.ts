import type { Recipe, RecipeChange } from '#contract';
import type { Session } from '#utils/cms/form.ts';
import { goneCard } from '#utils/cms/goneCard.ts';
import { beforeWriting } from '#utils/cms/traces.ts';
import { CmsError, type DriverContext, type PostRef, type PostToUnpublish } from '#utils/cms/types.ts';
import { type Tools, throwUnseen } from './create.ts';
import { findOurs, isOurs, isWordless, markIn, placeOf, titleIn } from './ours.ts';
import { refAt, seenSo, sendRewrite } from './rewrite.ts';
import { isThere } from './standing.ts';
import { wordsMark } from './wordsMark.ts';

/**
 * Takes an article of ours down: as the person has shown, else by words in the place of the card; it is never deleted. Done
 * is what no stranger reads any more, and what a person has taken down already. Throws `not_shown` where nobody has shown
 * how an article is saved again, and `not_reached` where it is the person's turn.
 */
export async function takeDownArticle(
  context: DriverContext,
  session: Session,
  recipe: Recipe,
  { link, title, marks = [] }: PostToUnpublish,
  known: PostRef,
  tools: Tools,
): Promise<PostRef> {
  const deed = recipe.takeDown?.form ?? recipe.change;
  const place = await beforeWriting(() => placeOf(context, recipe, known, { link, title }));
  const { url, read } = place;
  if (!isThere(read)) return refAt(url, 'gone', known.wrote);
  const choices = recipe.takeDown?.chosen ?? [];
  const found = await beforeWriting(async () => {
    if (deed === null) throw new CmsError('not_shown', url);
    const one = await findOurs(session, recipe, deed, place, link);
    if (!isOurs(one.body, deed, link)) throw new CmsError('not_reached', url);
    const isOwn = [known.wrote?.mark, ...marks].includes(markIn(one, deed, link));
    // A person's own article may hold our link once, too: what Dodolan did not write is theirs to hide.
    const isMade = isOwn || known.wrote !== undefined || isWordless(deed);
    if (choices.length === 0 ? !mayReplace(deed, isOwn) : !isMade) throw new CmsError('not_reached', url);
    return { ...one, deed };
  });
  const named = titleIn(found, found.deed);
  const html = goneCard(named, link);
  const words = choices.length > 0 ? null : { html, link: `${new URL(link).origin}/` };
  const answer = await sendRewrite(session, recipe, found.deed, found, { words, picture: null, choices }, tools.now());
  const isGone = await seenSo(context, { url, link }, (now) => !isThere(now), tools);
  if (isGone === null) throwUnseen(session, answer);
  const mark = words === null ? markIn(found, found.deed, link) : wordsMark(html);
  return refAt(url, 'gone', { title: named, mark, image: known.wrote?.image ?? null });
}

/** Words go over our own words alone, and only where there is a field for them. */
const mayReplace = (deed: RecipeChange, isOwn: boolean): boolean => isOwn && !isWordless(deed);
