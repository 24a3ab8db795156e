import type { WordKey } from '#utils/i18n/keys.ts';
import type { ListingView } from '#utils/model/views.ts';

interface Note {
  title: WordKey;
  /** What is so, and what the person can do about it. */
  text: WordKey;
}

/** What a person has to know of a post that was written, but not as well as it should be: unpublished, without its picture. */
export function postNotes({
  postPending,
  postKept,
  pictureMissing,
}: Pick<ListingView, 'postPending' | 'postKept' | 'pictureMissing'>): Note[] {
  const notes: Note[] = [];
  if (postPending) {
    notes.push(
      postKept
        ? { title: 'panel_kept_title', text: 'listing_post_kept' }
        : { title: 'panel_pending_title', text: 'listing_post_pending' },
    );
  }
  if (pictureMissing !== undefined) {
    notes.push({ title: 'panel_picture_title', text: `listing_picture_${pictureMissing}` });
  }
  return notes;
}
