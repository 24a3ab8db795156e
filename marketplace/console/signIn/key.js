// The two buttons of passkeys: at the door, and in one's account. Without this script there are the links.
(() => {
  const { browserSupportsWebAuthn, startAuthentication, startRegistration } = window.SimpleWebAuthnBrowser;
  const button = document.querySelector('[data-kunci]');
  if (!button || !browserSupportsWebAuthn()) return;
  const says = document.querySelector('[data-kunci-kata]');
  const { kunci, ke, gagal, putus, banyak, penuh, nama, lagi, izin } = button.dataset;
  button.hidden = false;
  document.querySelector('[data-kunci-tanpa]').hidden = true;

  const post = async (path, body) => {
    const headers = { 'content-type': 'application/json', ...(izin && { izin }) };
    const response = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
    if (response.ok) return response.json();
    if (response.status === 403 && lagi) location.assign(lagi);
    throw new Error({ 429: banyak, 404: penuh }[response.status] ?? gagal);
  };
  const ways = {
    async masuk() {
      const optionsJSON = await post('/pengelola/kunci/tanya', {});
      await post('/pengelola/kunci/masuk', await startAuthentication({ optionsJSON }));
    },
    async tambah() {
      // A key that was made and is not taken would stay on the phone.
      const name = document.getElementById('isi-kunci').value.trim();
      if (name === '') throw new Error(nama);
      const optionsJSON = await post('/pengelola/kunci/baru', {});
      const response = await startRegistration({ optionsJSON });
      await post('/pengelola/kunci/simpan', { name, response });
    },
  };
  button.addEventListener('click', async () => {
    says.hidden = true;
    button.disabled = true;
    try {
      await ways[kunci]();
      location.assign(ke);
    } catch (error) {
      // A browser that gets no answer at all throws a TypeError, and one in which the person said no another one of its own.
      says.textContent = error instanceof TypeError ? putus : error.constructor === Error ? error.message : gagal;
      says.hidden = false;
      button.disabled = false;
    }
  });
})();
