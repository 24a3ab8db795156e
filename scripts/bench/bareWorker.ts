import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Chord } from './caret.ts';

/** The page of the bare extension that holds the field. */
export const BARE_FRAME = 'frame.html';
/** The key that shows it: not our panel's Alt, at which that is loaded ahead. */
export const BARE_KEY: Chord = { held: ['Control_L', 'Shift_L'], letter: 'y' };

const MANIFEST = {
  manifest_version: 3,
  name: 'Bare',
  version: '1',
  background: { service_worker: 'bare-worker.js' },
  content_scripts: [{ matches: ['http://127.0.0.1/*'], js: ['content.js'] }],
  commands: { show: { suggested_key: { default: 'Ctrl+Shift+Y' }, description: 'Show' } },
  web_accessible_resources: [{ resources: [BARE_FRAME], matches: ['*://*/*'] }],
};
const WORKER = `chrome.commands.onCommand.addListener(async () => {
  const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
  await chrome.tabs.sendMessage(tab.id, 'show');
});`;
/** As the panel is shown. */
const CONTENT = `let host = null;
chrome.runtime.onMessage.addListener(() => {
  const isNew = host === null;
  host ??= document.createElement('div');
  const frame = host.querySelector('iframe') ?? document.createElement('iframe');
  if (isNew) {
    host.id = 'bare';
    host.popover = 'manual';
    host.style.cssText = 'position: fixed; inset: 0 0 0 auto; width: min(980px, 100%); height: auto; border: 0';
    frame.style.cssText = 'display: block; width: 100%; height: 100%; border: 0';
    frame.src = chrome.runtime.getURL('${BARE_FRAME}');
    frame.addEventListener('load', () => frame.focus({ preventScroll: true }));
    host.append(frame);
    document.documentElement.append(host);
  }
  host.showPopover();
  frame.focus({ preventScroll: true });
});`;
// A frame of another origin may not focus by `autofocus`. Twice: when it is loaded, and when it is shown again.
const SCRIPT = "const caret = () => document.querySelector('input').focus(); onfocus = caret; caret();";

/**
 * An extension that does nothing but what every shortcut has to: its worker tells the page, and the page shows a frame
 * with one input. The floor of a shortcut.
 */
export function makeBareWorker(): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'dodolan-bare-worker-'));
  const files = {
    'manifest.json': JSON.stringify(MANIFEST),
    'bare-worker.js': WORKER,
    'content.js': CONTENT,
    'frame.js': SCRIPT,
    [BARE_FRAME]: '<!doctype html><title>Bare</title><script src="/frame.js" defer></script><input>',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
