// Asks the browser where it is, once, after a press, and sends only two decimals of it (about a kilometre).
(() => {
  const form = document.getElementById('posisi');
  if (!form || !navigator.geolocation || !window.isSecureContext) return;
  const button = form.querySelector('button');
  const said = form.querySelector('[role=status]');
  const rounded = (degrees) => (Math.round(degrees * 100) / 100).toFixed(2);
  // By the codes of GeolocationPositionError.
  const words = { 1: form.dataset.denied, 2: form.dataset.unavailable, 3: form.dataset.timeout };
  const ready = (text) => {
    button.disabled = false;
    said.textContent = text;
  };
  form.hidden = false;
  button.addEventListener('click', () => {
    button.disabled = true;
    said.textContent = form.dataset.wait;
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        form.elements.lat.value = rounded(coords.latitude);
        form.elements.lng.value = rounded(coords.longitude);
        form.submit();
      },
      ({ code }) => ready(words[code] || form.dataset.unavailable),
      { enableHighAccuracy: false, timeout: 20000, maximumAge: 600000 },
    );
  });
  // Back from the answer, the page is as it was left.
  window.addEventListener('pageshow', () => ready(''));
})();
