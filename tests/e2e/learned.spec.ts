import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { openBrowser } from '#stack/browser.ts';
import { startMarket } from '#stack/market.ts';
import { Panel } from '#stack/pages/panel.ts';
import { picture } from '#stack/pictures.ts';
import { settle } from '#stack/settle.ts';

function startSite() {
  const articles: { title: string; body: string; pic: boolean; pub: boolean }[] = [];
  const server = createServer((q, s) => {
    const { pathname } = new URL(q.url ?? '/', 'http://x');
    const html = (t: string) => {
      s.setHeader('content-type', 'text/html; charset=utf-8');
      s.end(`<!doctype html><body>${t}`);
    };
    const signed = (q.headers.cookie ?? '').includes('sesi=1');
    if (pathname.startsWith('/admin') && !signed && pathname !== '/admin/masuk') {
      s.writeHead(302, { location: '/admin/masuk' });
      return s.end();
    }
    if (pathname === '/admin/masuk') {
      s.setHeader('set-cookie', 'sesi=1; Path=/');
      return html('<form method=post><input type=password name=p></form>');
    }
    if (pathname === '/admin/berita/tambah')
      return html(
        `<form method=post enctype="multipart/form-data" action="/admin/berita/simpan"><input type=hidden name=_token value=abc><p>Judul <input type=text name=judul required style="width:400px"><p><textarea name=isi style="width:600px;height:300px"></textarea><p><input type=file name=gambar accept="image/*"><p><select name=status><option value=draft>Draf<option value=publish>Terbit</select><p><button>Simpan</button></form>`,
      );
    if (pathname === '/admin/berita/simpan') {
      const chunks: Buffer[] = [];
      q.on('data', (c) => chunks.push(c));
      q.on('end', async () => {
        const form = await new Response(Buffer.concat(chunks), {
          headers: { 'content-type': q.headers['content-type'] ?? '' },
        }).formData();
        const pic = form.get('gambar') as File;
        articles.push({
          title: String(form.get('judul')),
          body: String(form.get('isi')),
          pic: pic?.size > 0,
          pub: form.get('status') === 'publish',
        });
        s.writeHead(302, { location: '/admin/berita' });
        s.end();
      });
      return;
    }
    if (pathname === '/admin/berita')
      return html(
        `<h1>Daftar berita</h1>${articles.map((a, i) => `<p>${a.title} <a href="/admin/berita/edit/${i}">Ubah</a>`).join('')}`,
      );
    if (pathname === '/') return html(`<h1>Desa</h1><a href="/berita">Berita</a>`);
    if (pathname === '/berita')
      return html(articles.map((a, i) => (a.pub ? `<p><a href="/berita/${i}">${a.title}</a>` : '')).join(''));
    const a = articles[Number(/^\/berita\/(\d+)/.exec(pathname)?.[1] ?? -1)];
    if (a) return html(`<h1>${a.title}</h1>${a.pic ? '<img src="/foto.jpg">' : ''}${a.body}`);
    s.writeHead(404);
    s.end();
  });
  return new Promise<{ url: string; articles: typeof articles; stop(): void }>((r) =>
    server.listen(0, '127.0.0.1', () =>
      r({
        url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        articles,
        stop() {
          server.close();
          server.closeAllConnections();
        },
      }),
    ),
  );
}

test('a village site that nobody knows is shown once; the next product takes one press', async () => {
  const [site, market] = await Promise.all([startSite(), startMarket()]);
  const browser = await openBrowser({ headless: true });
  await settle(browser, await market.invite('Desa Lain', site.url), site.url);
  const page = await browser.context.newPage();
  page.on('console', (m) => console.log('PAGE', m.text()));
  await page.goto(`${site.url}/admin/masuk`);
  await page.goto(`${site.url}/admin/berita/tambah`);
  const sell = async (name: string) => {
    const panel = await Panel.open(page);
    await panel.fill({
      name,
      price: '25rb',
      unit: 'bungkus',
      description: 'Gula semut dari nira kelapa.',
      photos: [{ name: 'foto.jpg', mimeType: 'image/jpeg', buffer: await picture('gula-semut', '#cfd8c2') }],
    });
    await panel.publish();
    return panel;
  };
  let panel = await sell('Gula semut');
  await page.screenshot({ path: '/tmp/l0.png' });
  await panel.frame.getByRole('button', { name: 'Tunjukkan sekali' }).click();
  const note = page.getByText('Isikan judul, isi, dan foto');
  await expect(note)
    .toBeVisible({ timeout: 10000 })
    .catch(() => undefined);
  await page.screenshot({ path: '/tmp/l1.png' });
  // closed shadow root: press by place
  const box = { x: 0, y: 0 };
  void box;
  await page.keyboard.press('Tab');
  await page.screenshot({ path: '/tmp/l2.png' });
  await page.waitForTimeout(500);
  console.log(
    await page.evaluate(() =>
      [...document.documentElement.children]
        .map((e) => e.tagName + JSON.stringify(e.getBoundingClientRect()))
        .join('\n'),
    ),
  );
  await page.mouse.click(420, 760);
  await page.waitForTimeout(1500);
  await page.screenshot({ path: '/tmp/l3.png' });
  await page.selectOption('[name=status]', 'publish');
  await page.getByRole('button', { name: 'Simpan', exact: true }).click();
  await page.waitForURL(/admin\/berita$/);
  await page.waitForTimeout(3000);
  await page.screenshot({ path: '/tmp/l4.png' });
  console.log(JSON.stringify(site.articles).slice(0, 500));
  panel = await sell('Keripik singkong');
  await page.waitForTimeout(6000);
  await page.screenshot({ path: '/tmp/l5.png' });
  console.log(JSON.stringify(site.articles).slice(0, 3000));
  await browser.close();
  await market.stop();
  site.stop();
});
