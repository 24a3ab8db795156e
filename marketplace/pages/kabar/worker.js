// Shows that there is news, and opens the page that it is about: the one this worker was made for. The message itself
// holds only the sentence that is shown.
self.addEventListener('push', (event) => {
  let text = '';
  try {
    text = String(event.data.json().text).slice(0, 200);
  } catch {
    // A message that cannot be read still says that there is something.
  }
  event.waitUntil(
    self.registration.showNotification(text || 'Dodolan', { tag: 'kabar', renotify: true, icon: '/icon.svg' }),
  );
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const { scope } = self.registration;
  const open = async () => {
    const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
    const page = pages.find(({ url }) => url.startsWith(scope));
    return page ? page.focus() : self.clients.openWindow(scope);
  };
  event.waitUntil(open());
});
