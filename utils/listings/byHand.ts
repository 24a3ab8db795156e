import type { PostRef } from '#utils/model/cms.ts';

/** The post's id where a person, not a driver, put the card: no driver knows that post. */
const BY_HAND = 'by-hand';

/** A post at `url` that a person wrote and published. */
export function postByHand(url: string): PostRef {
  return { postId: BY_HAND, url, state: 'published', editedMark: '', imageId: null, imageUrl: null };
}

export function isByHand(post: PostRef | null): post is PostRef {
  return post?.postId === BY_HAND;
}
