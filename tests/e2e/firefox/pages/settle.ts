import type { Firefox } from '#stack/firefox.ts';

/** Redeems an invite link in the popup, as a person does: paste, press. */
export async function connect(firefox: Firefox, inviteUrl: string): Promise<void> {
  const popup = await firefox.open('popup.html', '#invite');
  await popup.locator('#invite').fill(inviteUrl);
  await popup.locator('::-p-aria(Sambungkan[role="button"])').click();
  await popup.waitForFunction(() => document.querySelector('#invite') === null);
  await popup.close();
}

/** Enables a site by its address in the options; resolves when it is in the list. */
export async function enableSite(firefox: Firefox, url: string): Promise<void> {
  const options = await firefox.open('options.html', '#site');
  await options.locator('#site').fill(url);
  await options.locator('::-p-aria(Aktifkan[role="button"])').click();
  await options.waitForSelector(`#sites .rows ::-p-text(${new URL(url).host})`);
  await options.close();
}
