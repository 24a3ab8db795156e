import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { leadsTo } from '#marketplace/linkcheck/leadsTo.ts';
import { scanPage } from '#marketplace/linkcheck/scan.ts';
import { isUserArea } from '#marketplace/linkcheck/userArea.ts';

const NEVER = new AbortController().signal;

async function hrefsOf(html: string): Promise<string[]> {
  const found: string[] = [];
  await scanPage({ html, signal: NEVER, onLink: (href) => found.push(href) < 0 });
  return found;
}

async function titlesOf(html: string): Promise<string[]> {
  const found: string[] = [];
  await scanPage({ html, signal: NEVER, onTitle: (title) => void found.push(title) });
  return found;
}

describe('the links of a page', () => {
  it('are those a reader can follow', async () => {
    const html = `
      <!-- <a href="https://x/comment"> --><script>'<a href="https://x/script">'</script>
      <textarea><a href="https://x/text"></textarea><noscript><a href="https://x/noscript">n</a></noscript>
      <template><a href="https://x/template">t</a></template>
      <A  class=a HREF='https://x/1'>satu</A><a data-x="<a href=no>" href=https://x/2>dua</a>
      <a
href = "https://x/3?a=1&amp;b=&#50;" href="https://x/second">tiga</a><abbr href="https://x/abbr">
      <a>kosong</a><a href="https://x/4`;
    expect(await hrefsOf(html)).toEqual(['https://x/1', 'https://x/2', 'https://x/3?a=1&b=2']);
  });

  it.each([
    '<div id="comments"><ol class="comment-list"><li><p><a href="https://x/1">x</a></p></li></ol></div>',
    '<section class="box-komentar"><a href="https://x/1">x</a></section>',
    '<article id="div-comment-7" class="comment-body"><a href="https://x/1">x</a></article>',
    '<div class="buku-tamu"><div><a href="https://x/1">x</a></div></div>',
    '<ul id="guestbook"><li><a href="https://x/1">x</a></ul>',
    '<div id="disqus_thread"><a href="https://x/1">x</a></div>',
    '<div itemprop="comment"><a href="https://x/1">x</a></div>',
    '<div itemscope itemtype="https://schema.org/Comment"><a href="https://x/1">x</a></div>',
    '<div id="bbpress-forums"><a href="https://x/1">x</a></div>',
    '<table class="tabelPengaduan"><tr class="pengaduan-isi"><td><a href="https://x/1">x</a></table>',
    '<p><a href="https://x/1" rel="external nofollow ugc">x</a></p>',
    '<p><a href="https://x/1" rel="UGC">x</a></p>',
  ])('are not those that any visitor can leave: %s', async (html) => {
    expect(await hrefsOf(`<main><p>Isi</p>${html}<footer><a href="https://x/2">kaki</a></footer></main>`)).toEqual([
      'https://x/2',
    ]);
  });

  it.each([
    '<body class="single comments-open has-comments"><a href="https://x/1">x</a>',
    '<article class="post comment-status-open no-comments"><a href="https://x/1">x</a></article>',
    '<main class="forum"><a href="https://x/1" rel="nofollow">x</a></main>',
    '<div class="comments-link"><a href="https://x/1">x</a></div>',
    '<div class="entry-content"><a href="https://x/1" rel="nofollow noopener external">x</a></div>',
  ])('are those of the page itself, whatever its class says of comments: %s', async (html) => {
    expect(await hrefsOf(html)).toEqual(['https://x/1']);
  });

  it('the title is what the page calls itself, not what visitors write', async () => {
    const html = `<title>Judul &amp; desa</title><meta property="og:title" content="Judul"><h1>Kepala <b>artikel</b></h1>
      <div class="comments"><h1>Dari pengunjung</h1></div><p>Isi</p>`;
    expect(await titlesOf(html)).toEqual(['Judul & desa', 'Judul', 'Kepala artikel']);
  });
});

describe('a hostile page of two megabytes', () => {
  const whole = (part: string) => {
    const [first = '', rest = ''] = part.split('…');
    return first + (rest || first).repeat((2_000_000 - first.length) / (rest || first).length);
  };
  it.each([
    '<a href=x>',
    '&#1',
    '<a href="&#1">',
    '<a href="…&#1',
    '<a href="https://pasar.example/p/k3j9x2m4q8w1z7ab…&#1',
    '<a href=',
    '<a href="',
    '<',
    '<a x',
    '<!--',
    '<script>',
    '<a\t',
    "<a '",
    '</a>',
    '<p></i>',
    '<div class="comments">',
    '<a href=https://pasar.example/p/k3j9x2m4q8w1z7ab>',
    '<a href=/?goto=aHR0cHM6Ly9wYXNhci5leGFtcGxlL3AvazNqOXgy>',
    `<a href="${'/a'.repeat(1990)}.">`,
    `<div …a1=1 a2=2 a3=3 `,
  ])('lets the process do its other work: %s', async (part) => {
    const begun = performance.now();
    let turns = 0;
    let isDone = false;
    const other = (async () => {
      for (; !isDone; turns++) await turn();
    })();
    const onLink = leadsTo({
      page: new URL('https://dagan.desa.id/gula'),
      baseUrl: 'https://lain.example',
      id: 'k3j9x2m4q8w1z7ab',
      sites: ['https://dagan.desa.id'],
    });
    // A page that nests without end is given up before it is read to its end.
    const reason = await scanPage({ html: whole(part), signal: NEVER, onLink }).catch((error) => error.reason);
    isDone = true;
    await other;
    expect([undefined, 'too_large']).toContain(reason);
    if (reason === undefined) expect(turns).toBeGreaterThan(100);
    // It took 20 seconds of work with an address of two thousand parts.
    expect(performance.now() - begun).toBeLessThan(10_000);
  });

  it('is put down when its time is over', async () => {
    const over = AbortSignal.abort();
    await expect(scanPage({ html: whole('<a href=x>'), signal: over })).rejects.toMatchObject({ reason: 'timeout' });
  });
});

describe('a link leads to the listing', () => {
  const id = 'k3j9x2m4q8w1z7ab';
  const wanted = {
    page: new URL('https://dagan.desa.id/a/b'),
    baseUrl: 'https://pasar.example',
    id,
    sites: ['https://dagan.desa.id'],
  };
  const ours = `https://pasar.example/p/${id}`;
  it.each([
    ours,
    `${ours}/`,
    ` ${ours}?utm=x#y `,
    `https://pasar.example/p/gula-semut-${id}`,
    `https://dagan.desa.id/?goto=${encodeURIComponent(ours)}`,
    `/?goto=${encodeURIComponent(ours)}`,
    `/keluar?${ours}`,
    `/out/${encodeURIComponent(ours)}`,
    `/out/${ours}`,
    `/?r=${Buffer.from(ours).toString('base64')}`,
    `/go/${Buffer.from(ours).toString('base64url')}`,
  ])('%s', (href) => expect(leadsTo(wanted)(href)).toBe(true));
  it.each([
    'https://pasar.example/p/k3j9x2m4q8w1z7ac',
    `https://pasar.example.evil.example/p/${id}`,
    `https://lain.example/?goto=${encodeURIComponent(ours)}`,
    `https://pasar.example/p/${id}/lapor`,
    `/p/${id}`,
    `/?cari=${id}`,
    `javascript:location='${ours}'`,
  ])('not %s', (href) => expect(leadsTo(wanted)(href)).toBe(false));
});

describe('a place where visitors write', () => {
  it('is told by its name; an article filed under such a name is none', () => {
    for (const name of ['category-ulasan', 'post tag-pengaduan', 'category-forum-desa hentry', 'artikel-ulasan'])
      expect(isUserArea('article', { class: name }), name).toBe(false);
    expect(isUserArea('article', { class: 'comment-body' })).toBe(true);
    expect(isUserArea('div', { id: 'komentar' })).toBe(true);
    expect(isUserArea('div', { class: 'forum-desa' })).toBe(true);
  });

  it('is an element of a thousand attributes no more than a page: it is given up', async () => {
    const html = `<div ${Array.from({ length: 200_000 }, (_, at) => `a${at}=1`).join(' ')}>`;
    await expect(scanPage({ html, signal: NEVER })).rejects.toMatchObject({ reason: 'too_large' });
  });
});
