import { createServer, type Server } from 'node:http';
import { picture } from './pictures.ts';

/** The policy that a chat in the browser lives under: nothing from elsewhere may run, and little may be fetched. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' blob: data: http://127.0.0.1:*",
  "connect-src 'self'",
].join('; ');

const PAGE = `<!doctype html><html lang="id"><meta charset="utf-8"><title>Obrolan</title>
<style>body{margin:0;font:15px sans-serif;background:#efe7dd}main{height:100vh;overflow:auto;padding:12px}
.bubble{width:320px;margin:8px 0;padding:6px;background:#fff;border-radius:8px}
.bubble img{width:300px;height:220px;object-fit:cover;display:block}.time{font-size:11px;color:#667}</style>
<main></main><script src="/chat.js"></script></html>`;

/**
 * Shaped as WhatsApp's page is: pictures are blob:, the menu of the browser is kept away (at `#menu` it is not, as over a
 * picture that was opened), only what is in sight exists.
 */
const SCRIPT = `
const MESSAGES = [
  { who: 'Bu Siti', text: 'Gula semut 250 gr 25rb/bungkus stok 40', src: '/one.jpg' },
  { who: 'Pak Karto', text: 'Keripik pisang 15rb', src: '/two.jpg' },
  { who: 'Bu Siti', text: 'Madu hutan 90rb/botol', src: OTHER + '/open.jpg', direct: true },
  { who: 'Bu Siti', text: 'Sapu glagah 18rb', src: OTHER + '/closed.jpg', direct: true },
];
const list = document.querySelector('main');
if (location.hash !== '#menu') document.addEventListener('contextmenu', (event) => event.preventDefault());
for (const { who, text, src, direct } of MESSAGES) {
  const bubble = document.createElement('div');
  bubble.className = 'bubble';
  bubble.dataset.prePlainText = '[14.03, 26/11/2026] ' + who + ': ';
  const image = new Image();
  bubble.append(image, Object.assign(document.createElement('div'), { textContent: text }));
  bubble.append(Object.assign(document.createElement('div'), { className: 'time', textContent: '14.03' }));
  list.append(bubble);
  if (direct) image.src = src;
  else fetch(src).then((r) => r.blob()).then((blob) => { image.src = URL.createObjectURL(blob); });
}
`;

export interface ChatPage {
  url: string;
  stop(): void;
}

/** A page of our own shaped as a chat in the browser; a second server holds a picture for all and one for nobody. */
export async function startChatPage(): Promise<ChatPage> {
  const pictures = {
    one: await picture('gula-semut', '#cfd8c2', 600),
    two: await picture('gula-semut', '#d8c2cf', 600),
    open: await picture('gula-semut', '#c2cfd8', 600),
    closed: await picture('gula-semut', '#d8d0c2', 600),
  };
  const other = await listen((path) => {
    const body = path === '/open.jpg' ? pictures.open : pictures.closed;
    const shared = path === '/open.jpg' ? { 'access-control-allow-origin': '*' } : {};
    return { body, headers: { 'content-type': 'image/jpeg', ...shared } };
  });
  const page = await listen((path) => {
    if (path === '/chat.js')
      return {
        body: SCRIPT.replaceAll('OTHER', JSON.stringify(other.url)),
        headers: { 'content-type': 'text/javascript' },
      };
    if (path.endsWith('.jpg'))
      return { body: path === '/one.jpg' ? pictures.one : pictures.two, headers: { 'content-type': 'image/jpeg' } };
    return { body: PAGE, headers: { 'content-type': 'text/html', 'content-security-policy': POLICY } };
  });
  return {
    url: page.url,
    stop() {
      page.server.close();
      other.server.close();
    },
  };
}

type Answer = (path: string) => { body: string | Buffer; headers: Record<string, string> };

async function listen(answer: Answer): Promise<{ server: Server; url: string }> {
  const server = createServer((request, response) => {
    const { body, headers } = answer(request.url ?? '/');
    response.writeHead(200, headers).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return { server, url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}` };
}
