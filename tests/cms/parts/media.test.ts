import { expect, it } from 'vitest';
import { drivers } from '#utils/cms/drivers.ts';
import { fileNameIn, sitePicture, WITH_MEDIA } from '#utils/cms/media.ts';

it('the panel offers the library of exactly those CMSs whose adapter lists it', () => {
  const able = Object.values(drivers).flatMap(({ id, media }) => (media === undefined ? [] : [id]));
  expect([...WITH_MEDIA].sort()).toEqual(able.sort());
});

it('a picture is the site’s own, whatever a proxy did to its address; one elsewhere is none', () => {
  const own = sitePicture('https://dagan.desa.id/web', 'http://dagan.desa.id/web/a.jpg', 'b.jpg', 'a');
  expect(own).toEqual({
    url: 'https://dagan.desa.id/web/a.jpg',
    thumbUrl: 'https://dagan.desa.id/web/b.jpg',
    name: 'a',
  });
  expect(sitePicture('https://dagan.desa.id', 'https://cdn.example/a.jpg', '', 'a')).toBeNull();
  // A small one that lies elsewhere is the large one.
  expect(sitePicture('https://dagan.desa.id', '/a.jpg', 'https://cdn.example/b.jpg', 'a')?.thumbUrl).toBe(
    'https://dagan.desa.id/a.jpg',
  );
});

it('a file’s name is read from its address, also where that is broken', () => {
  expect(fileNameIn('/files/gula%20semut.jpg?itok=a/b.png')).toBe('gula semut.jpg');
  expect(fileNameIn('/files/diskon 50%.jpg')).toBe('diskon 50%.jpg');
});
