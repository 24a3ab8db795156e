import * as z from 'zod/mini';

const Posts = z.array(z.object({ id: z.number(), link: z.string(), title: z.object({ rendered: z.string() }) }));

/** What any visitor of the village site can see: the published posts whose text holds `words`, by the site's own search. */
export async function publishedPosts(siteUrl: string, words: string): Promise<z.infer<typeof Posts>> {
  const answer = await fetch(
    `${siteUrl}/index.php?rest_route=/wp/v2/posts&per_page=50&search=${encodeURIComponent(words)}`,
  );
  return z.parse(Posts, await answer.json());
}

/** How many products of this name a buyer finds on the marketplace. */
export async function foundProducts(marketUrl: string, name: string): Promise<number> {
  const html = await (await fetch(`${marketUrl}/cari?q=${encodeURIComponent(name)}`)).text();
  // The name also stands in the heading, as what was typed.
  return [...html.matchAll(/class="listing-link" href="[^"]*">([^<]*)</g)].filter(([, found]) => found === name).length;
}
