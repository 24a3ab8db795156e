// "Kabari lewat HP atau komputer ini": shown only where the browser can, and asks for nothing before the button is pressed.
(() => {
  const box = document.querySelector('[data-kabar]');
  if (!box || !('serviceWorker' in navigator) || !('PushManager' in window) || !('Notification' in window)) return;
  const { kabar, pekerja, lingkup, kirim, jumlah, ya, tidak, gagal } = box.dataset;
  const button = box.querySelector('button');
  const said = box.querySelector('[role=status]');
  const say = (text) => {
    said.textContent = text;
    said.hidden = false;
  };
  const done = () => {
    say(ya);
    button.hidden = true;
  };

  button.addEventListener('click', async () => {
    button.disabled = true;
    try {
      if ((await Notification.requestPermission()) !== 'granted') return say(tidak);
      const registration = await navigator.serviceWorker.register(pekerja, { scope: lingkup });
      await active(registration);
      const subscription = await registration.pushManager.subscribe({
        userVisibleOnly: true,
        applicationServerKey: kabar,
      });
      const body = new URLSearchParams({ langganan: JSON.stringify(subscription) });
      const answer = await fetch(kirim, { method: 'POST', body, credentials: 'same-origin' });
      if (answer.ok) done();
      else say(gagal);
    } catch {
      say(gagal);
    } finally {
      button.disabled = false;
    }
  });

  /** A subscription needs a worker that runs; a new one takes a moment. */
  function active({ installing, waiting, active }) {
    const worker = installing ?? waiting;
    if (active || !worker) return undefined;
    return new Promise((resolve) => {
      worker.addEventListener('statechange', () => worker.state === 'activated' && resolve());
    });
  }

  box.hidden = false;
  navigator.serviceWorker
    .getRegistration(lingkup)
    .then((registration) => registration?.pushManager.getSubscription())
    .then((subscription) => subscription && jumlah !== '0' && done())
    .catch(() => {});
})();
