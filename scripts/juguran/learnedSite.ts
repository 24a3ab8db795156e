import { expect } from '#stack/pages/expect.ts';
import { LessonNote } from '#stack/pages/lessonNote.ts';
import { opensForm, presses, signsIn } from '#tests/cms/doubles/village/typing.ts';
import { startVillageSite } from '#tests/cms/doubles/village.ts';
import type { Site } from './site.ts';

const SHOW = 'Tunjukkan sekali, sesudahnya otomatis';
const GIVE = 'Isikan judul, isi, dan foto';

/** An article admin of the village's own making: a form with a token, an editor, and choices that the person makes. */
export async function learned(): Promise<Site> {
  const site = await startVillageSite({
    flavour: 'blade',
    editor: 'quillLike',
    picture: 'requiredFile',
    category: 'requiredSelect',
    status: 'draftDefault',
  });
  return {
    cms: 'own form, learned',
    url: site.url,
    signIn: (page) => signsIn(page, site),
    begin: async (page) => void (await opensForm(page, site)),
    async teach(page, panel) {
      await panel.frame.getByRole('button', { name: SHOW }).click();
      const note = await LessonNote.on(page);
      // The note moves while the panel gives way to it, and a press may fall beside the button.
      await expect(async () => {
        if ((await note.text()).includes(GIVE)) await note.press(GIVE);
        await expect.poll(() => note.text(), { timeout: 5000 }).toMatch('Sudah diisikan');
      }).toPass({ timeout: 60_000 });
      await page.getByLabel('Kategori').first().selectOption('3');
      await page.getByLabel('Status').selectOption('1');
      const form = page.locator('form').filter({ has: page.locator('#judul') });
      await presses(page, form.filter({ visible: true }), site);
      await expect.poll(() => note.text(), { timeout: 60_000 }).toMatch('Dodolan sudah tahu cara menyimpan');
    },
    articles: async () =>
      site.articles().map(({ title, body, link, isPublished }) => ({ title, html: `${body} ${link}`, isPublished })),
    stop: () => site.stop(),
  };
}
