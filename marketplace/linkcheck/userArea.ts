/**
 * Words of a class or id that name a place where any visitor may write: comments, guest books, forums, complaints. A link
 * there says nothing of who looks after the site.
 */
const AREAS = new Set([
  'comment',
  'comments',
  'commentlist',
  'commentbox',
  'commentform',
  'commentsection',
  'commentwrap',
  'komentar',
  'respond',
  'replies',
  'reply',
  'disqus',
  'jcomments',
  'kunena',
  'bbpress',
  'bbp',
  'forum',
  'forums',
  'guestbook',
  'bukutamu',
  'shoutbox',
  'testimoni',
  'testimonial',
  'testimonials',
  'review',
  'reviews',
  'ulasan',
  'pengaduan',
  'aduan',
  'trackbacks',
  'pingbacks',
  'trackback',
  'pingback',
]);
/** What an `<article>` can be beside an article. */
const COMMENTS = new Set(['comment', 'comments', 'komentar']);
/** WordPress writes the names of an article's categories and tags so, and a category may be called "Ulasan". */
const FILED_UNDER = /^(?:category|tag|term|tax|cat)-/;
/** Two words that name such a place together. */
const PAIRS = new Set(['buku tamu', 'guest book', 'shout box']);
/** With one of these, the words speak of such a place and are none: `no-comments`, `comments-link`, `has-comments`. */
const ABOUT = new Set(
  'no off open opened closed close count counter link links meta number total jumlah icon btn button toggle status has with without enable enabled disable disabled hide hidden show popup'.split(
    ' ',
  ),
);
/** These hold the page itself: what their class says of comments is a setting. */
const WHOLE = new Set(['html', 'body', 'main', 'a', 'span', 'i', 'button', 'svg', 'input']);

/** Whether an element is a place where any visitor may write. */
export function isUserArea(tag: string, { class: classes = '', id = '', ...rest }: Record<string, string>): boolean {
  if (WHOLE.has(tag)) return false;
  if (rest.itemprop === 'comment' || /schema\.org\/(?:Comment|UserComments|Review)$/i.test(rest.itemtype ?? ''))
    return true;
  const names = `${classes} ${id}`.split(/\s+/).filter((name) => !FILED_UNDER.test(name));
  // An article is called by what it tells of; only its being a comment is said of it.
  return names.some((name) => isAreaName(name, tag === 'article' ? COMMENTS : AREAS));
}

/** Longer than any name that a person gave. */
const NAME_MAX = 80;

function isAreaName(name: string, areas: ReadonlySet<string>): boolean {
  if (name === '' || name.length > NAME_MAX) return false;
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
  if (words.some((word) => ABOUT.has(word))) return false;
  return words.some((word, at) => areas.has(word) || (areas === AREAS && PAIRS.has(`${word} ${words[at + 1]}`)));
}
