import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An unknown CMS whose forms have a small field above the big one; in `/bingkai` they stand in a frame. */
export async function startTwoFields(): Promise<{ url: string; stop(): void }> {
  const fields = `<form method="post"><textarea id="kecil" style="width:500px;height:80px"></textarea>
<textarea id="besar" style="width:700px;height:260px"></textarea></form>`;
  const rich = `<div id="kecil" contenteditable="true" style="width:500px;height:80px"><p>Ringkas.</p></div>
<textarea id="besar" style="width:700px;height:260px"></textarea>`;
  const pages: Record<string, string> = {
    '/polos': fields,
    '/kaya': rich,
    '/dalam': fields,
    '/bingkai': '<iframe src="/dalam" style="width:760px;height:420px"></iframe>',
  };
  const server = createServer((request, response) => {
    const body = pages[request.url ?? ''];
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(`<!doctype html><html lang="id"><title>Desa Lain</title><body>${body ?? ''}</body></html>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}
