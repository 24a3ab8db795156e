// The two buttons of passkeys: at the door, and in one's account. Without this script there are the links.
(() => {
  const { browserSupportsWebAuthn, startAuthentication, startRegistration } = window.SimpleWebAuthnBrowser;
  const button = document.querySelector('[data-kunci]');
  if (!button || !browserSupportsWebAuthn()) return;
  const says = document.querySelector('[data-kunci-kata]');
  const { kunci, ke, gagal, putus, izin } = button.dataset;
  button.hidden = false;
  document.querySelector('[data-kunci-tanpa]').hidden = true;

  const post = async (path, body) => {
    const headers = { 'content-type': 'application/json', ...(izin && { izin }) };
    const response = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(String(response.status));
    return response.json();
  };
  const ways = {
    async masuk() {
      const optionsJSON = await post('/pengelola/kunci/tanya', {});
      await post('/pengelola/kunci/masuk', await startAuthentication({ optionsJSON }));
    },
    async tambah() {
      const optionsJSON = await post('/pengelola/kunci/baru', {});
      const response = await startRegistration({ optionsJSON });
      await post('/pengelola/kunci/simpan', { name: document.getElementById('isi-kunci').value, response });
    },
  };
  button.addEventListener('click', async () => {
    says.hidden = true;
    button.disabled = true;
    try {
      await ways[kunci]();
      location.assign(ke);
    } catch (error) {
      // A browser that gets no answer at all throws a TypeError.
      says.textContent = error instanceof TypeError ? putus : gagal;
      says.hidden = false;
      button.disabled = false;
    }
  });
})();
