import { fingerprintOf } from '#utils/cms/fingerprint.ts';
import type { PostRef } from '#utils/model/cms.ts';
import type { StoredListing } from '#utils/model/stored.ts';

/** The post's id where a person, not a driver, put the card: no driver knows that post. */
const BY_HAND = 'by-hand';

/**
 * A post at `url` that a person wrote and published. Its fingerprint is of what the card says in words; it is empty
 * for cards of 0.1.0, whose words say a price too.
 */
export function postByHand(url: string, input: StoredListing['input']): PostRef {
  const isWithdrawn = input.state === 'withdrawn';
  const state = isWithdrawn ? 'gone' : 'published';
  return { postId: BY_HAND, url, state, editedMark: cardMark(input), imageId: null, imageUrl: null };
}

export function isByHand(post: PostRef | null): post is PostRef {
  return post?.postId === BY_HAND;
}

/** True when the card in the article does not say what the listing says. Price and stock are the badge's. */
export function isOutdated({ editedMark }: PostRef, input: StoredListing['input']): boolean {
  return editedMark !== cardMark(input);
}

function cardMark({ name, description, photos }: StoredListing['input']): string {
  return fingerprintOf(name, description, photos[0] ?? '');
}
