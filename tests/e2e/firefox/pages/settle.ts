import type { Firefox } from '#stack/firefox.ts';
import { fill, press, until } from './hands.ts';

/** Redeems an invite link in the popup, as a person does: paste, press. */
export async function connect(firefox: Firefox, inviteUrl: string): Promise<void> {
  const popup = await firefox.open('popup.html', '#invite');
  await fill(popup, '#invite', inviteUrl);
  await press(popup, '::-p-aria(Sambungkan[role="button"])');
  await until(popup, () => document.querySelector('#invite') === null);
  await popup.close();
}

/** Enables a site by its address in the options; resolves when it is in the list. */
export async function enableSite(firefox: Firefox, url: string): Promise<void> {
  const options = await firefox.open('options.html', '#site');
  await fill(options, '#site', url);
  await press(options, '::-p-aria(Aktifkan[role="button"])');
  await options.waitForSelector(`#sites .rows ::-p-text(${new URL(url).host})`);
  await options.close();
}
