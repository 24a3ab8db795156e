import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The parts of a WordPress admin page that the extension looks at, on a host page that listens to every key. */
const PAGE = `<!doctype html><html><head><title>Dasbor</title></head>
<body class="wp-admin wp-core-ui index-php version-7-1-1">
<div id="wpadminbar"><ul id="wp-admin-bar-root-default">
<li id="wp-admin-bar-site-name"><a class="ab-item" href="/">Desa Dagan</a></li>
<li id="wp-admin-bar-new-content"><a class="ab-item" href="/wp-admin/post-new.php">Baru</a></li></ul></div>
<ul id="adminmenu"><li id="menu-posts" class="menu-top"><a href="#">Pos</a></li></ul>
<script>
  window.keys = [];
  for (const kind of ['keydown', 'keypress', 'keyup', 'input', 'paste'])
    addEventListener(kind, (event) => keys.push(kind), true);
</script></body></html>`;

/** What OpenSID sends since 2026 (its own source), and each header that can keep a frame from loading by itself. */
export const ISOLATED = {
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'SAMEORIGIN',
  'content-security-policy': "frame-src 'self' *.google.com; img-src 'self' data: blob: *",
};
export interface AdminDouble {
  url: string;
  /** The headers of every page from here on, beside its type. */
  setHeaders(headers: Record<string, string>): void;
  stop(): void;
}

/**
 * A double for tests that concern only the panel and the page around it; whatever writes to a CMS is tested on the real
 * one.
 */
export async function startAdminDouble(): Promise<AdminDouble> {
  let headers: Record<string, string> = {};
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers });
    response.end(PAGE);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    setHeaders: (next) => {
      headers = next;
    },
    stop: () => server.close(),
  };
}
