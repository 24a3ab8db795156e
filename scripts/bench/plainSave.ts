import type { Page } from '@playwright/test';

interface Post {
  title: string;
  /** As WordPress stores it. */
  content: string;
  /** The featured picture's file. */
  picture: { base64: string; type: string };
}

/** The site's newest post, which the extension has just made, and its picture, read in the page's own session. */
export async function equalPost(admin: Page, siteUrl: string): Promise<Post> {
  return admin.evaluate(async (site) => {
    const nonce = await (await fetch(`${site}/wp-admin/admin-ajax.php?action=rest-nonce`)).text();
    const headers = { 'X-WP-Nonce': nonce };
    const root = `${site}/index.php?rest_route=/wp/v2`;
    const [post] = await (await fetch(`${root}/posts&per_page=1&context=edit`, { headers })).json();
    const media = await (await fetch(`${root}/media/${post.featured_media}`, { headers })).json();
    const file = await (await fetch(media.source_url)).blob();
    const base64 = new Uint8Array(await file.arrayBuffer()).toBase64();
    return { title: post.title.raw, content: post.content.raw, picture: { base64, type: file.type } };
  }, siteUrl);
}

/** How long WordPress takes to keep that picture and that post: as few requests as it can be done with. */
export async function saveMs(admin: Page, siteUrl: string, post: Post): Promise<number> {
  return admin.evaluate(
    async ([site, { title, content, picture }]) => {
      const bytes = await (await fetch(`data:${picture.type};base64,${picture.base64}`)).blob();
      const from = performance.now();
      const nonce = await (await fetch(`${site}/wp-admin/admin-ajax.php?action=rest-nonce`)).text();
      const headers = { 'X-WP-Nonce': nonce };
      const root = `${site}/index.php?rest_route=/wp/v2`;
      const upload = new FormData();
      upload.set('file', bytes, `biasa.${picture.type.split('/')[1]}`);
      const media = await (await fetch(`${root}/media`, { method: 'POST', headers, body: upload })).json();
      const body = new FormData();
      for (const [name, value] of Object.entries({ title, content, status: 'publish', featured_media: media.id }))
        body.set(name, value);
      const saved = await fetch(`${root}/posts`, { method: 'POST', headers, body });
      if (!saved.ok) throw new Error(`posts: ${saved.status}`);
      return performance.now() - from;
    },
    [siteUrl, post] as const,
  );
}
