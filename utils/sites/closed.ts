import type { Fetch } from '#utils/marketplace/http.ts';

/**
 * True when the page that holds these words (our link's id) is shown to the person who is signed in, but not to
 * everybody: "coming soon", maintenance, a site for members. It is asked when the marketplace did not find our link, for
 * the official then sees the article perfectly and cannot know why. False where nothing can be told.
 */
export async function isClosedToPublic(fetch: Fetch, url: string, words: string): Promise<boolean> {
  const stranger = await look(fetch, url, 'omit');
  if (stranger === null || stranger.text.includes(words)) return false;
  // What WordPress, Joomla and Drupal alike say to everybody while they are in maintenance.
  if (stranger.status === 503) return true;
  const person = await look(fetch, url, 'include');
  return person?.text.includes(words) === true;
}

async function look(
  fetch: Fetch,
  url: string,
  credentials: RequestCredentials,
): Promise<{ status: number; text: string } | null> {
  try {
    const response = await fetch(url, { credentials, cache: 'no-store' });
    return { status: response.status, text: await response.text() };
  } catch {
    // No signal, or the site does not let us ask.
    return null;
  }
}
