// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { answerAs } from '#tests/cms/browser.ts';
import { formOf, getForm, postForm, request, type Session, send } from '#utils/cms/form.ts';

const LOGIN = 'https://desa.example/login';

/** A session whose site answers with these, in order; what was sent is kept. */
function sessionOf(...answers: (Response | Error)[]): Session & { sent: { url: string; init: RequestInit }[] } {
  const sent: { url: string; init: RequestInit }[] = [];
  return {
    sent,
    isSignedOut: ({ url }) => url.href === LOGIN,
    fetch: async (url, init = {}) => {
      sent.push({ url: String(url), init });
      const answer = answers.shift();
      if (answer instanceof Error || answer === undefined) throw answer ?? new Error('asked too often');
      return answer;
    },
  };
}
const page = (html: string, url = 'https://desa.example/admin/edit?id=3', status = 200): Response =>
  answerAs(url, false, new Response(html, { status }));

test('a form is sent back whole, with only our fields changed, to its own address', async () => {
  const html = `<form id="f" action="save?x=1" method="post"><input type="hidden" name="token" value="t0">
    <input name="title" value="lama"><input type="checkbox" name="a" value="1" checked><input type="checkbox" name="b" value="1">
    <input type="submit" name="delete" value="Hapus"><input name="action" value="edit"></form>`;
  const session = sessionOf(page(html), page('ok'));
  const form = await getForm(session, 'https://desa.example/admin/edit?id=3', 'form#f');
  form.data.set('title', 'baru');
  await postForm(session, form);
  const { url, init } = session.sent[1] ?? { url: '', init: {} };
  expect(url).toBe('https://desa.example/admin/save?x=1');
  expect(init.method).toBe('POST');
  expect([...(init.body as FormData)]).toEqual([
    ['token', 't0'],
    ['title', 'baru'],
    ['a', '1'],
    ['action', 'edit'],
  ]);
});

test('a form without an action posts to its page; one that says http behind a TLS proxy stays on https', async () => {
  const reply = await request(
    sessionOf(page('<form class="a"></form><form class="b" action="http://desa.example/save"></form>')),
    'https://desa.example/',
  );
  expect(formOf(reply, '.a').action.href).toBe('https://desa.example/admin/edit?id=3');
  expect(formOf(reply, '.b').action.href).toBe('https://desa.example/save');
});

test('each way of failing is its own problem', async () => {
  await expect(request(sessionOf(page('', LOGIN)), 'x')).rejects.toMatchObject({ code: 'signed_out' });
  await expect(request(sessionOf(new TypeError('Failed to fetch')), 'x')).rejects.toMatchObject({ code: 'network' });
  await expect(request(sessionOf(page('', LOGIN.replace('login', 'x'), 502)), 'x')).rejects.toMatchObject({
    code: 'site_down',
    what: 'HTTP 502',
  });
  await expect(getForm(sessionOf(page('<p>')), 'x', 'form#node')).rejects.toMatchObject({
    code: 'markup_changed',
    what: 'form#node',
  });
  expect((await send(sessionOf(page('', LOGIN, 500)), 'x')).status).toBe(500);
});

test('a fetched page runs nothing', async () => {
  const { document } = await request(
    sessionOf(page('<script>globalThis.ran = true</script><img src="x" onerror="globalThis.ran = true">')),
    'x',
  );
  expect(document.querySelector('script')).not.toBeNull();
  expect('ran' in globalThis).toBe(false);
});
