// What the first script has drawn is seen before the rest is read: two hundred kilobytes hold a frame up on an old laptop.
if (document.getElementById('early') !== null)
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
const { start } = await import('./start.tsx');
await start();
