import type { WordKey } from '#utils/i18n/keys.ts';
import type { ListingView } from '#utils/model/views.ts';

interface Note {
  look: 'warn' | 'plain';
  title: WordKey;
  /** What is so, and what the person can do about it. */
  text: WordKey;
}

/**
 * What a person has to know of a post that was written, but not as well as it should be: unpublished, without its picture, unseen by
 * the marketplace.
 */
export function postNotes({
  postPending,
  postKept,
  pictureMissing,
  keptOut,
}: Pick<ListingView, 'postPending' | 'postKept' | 'pictureMissing' | 'keptOut'>): Note[] {
  const notes: Note[] = [];
  if (postPending) {
    notes.push(
      postKept
        ? { look: 'warn', title: 'panel_kept_title', text: 'listing_post_kept' }
        : { look: 'warn', title: 'panel_pending_title', text: 'listing_post_pending' },
    );
  }
  if (pictureMissing !== undefined) {
    const isInText = pictureMissing === 'media';
    notes.push({
      look: isInText ? 'plain' : 'warn',
      title: isInText ? 'panel_picture_media_title' : 'panel_picture_title',
      text: `listing_picture_${pictureMissing}`,
    });
  }
  if (keptOut) notes.push({ look: 'plain', title: 'panel_kept_out_title', text: 'listing_kept_out' });
  return notes;
}
