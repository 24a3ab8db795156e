// What the first script has drawn is seen before the rest is asked for: reading it would hold that frame up.
if (document.getElementById('early') !== null) await new Promise(requestAnimationFrame);
const { start } = await import('./start.tsx');
await start();
