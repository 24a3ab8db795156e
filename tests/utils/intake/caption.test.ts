// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { captionOf } from '#utils/intake/caption.ts';

const isPicture = (element: Element) => !element.classList.contains('icon');

function captionIn(html: string): string {
  document.body.innerHTML = html;
  return captionOf(document.querySelector('#it') as Element, isPicture);
}

describe('the words beside a picture', () => {
  it('are those of its message, without the hour and the mark that it was passed on', () => {
    expect(
      captionIn(`<main><div><div><img id="it"></div>\n<p>Gula semut\n25rb</p>\n<small>\n14.03\n</small></div></main>`),
    ).toBe('Gula semut\n25rb');
    expect(captionIn(`<div><span>Diteruskan\n</span><img id="it"><p>\nSapu 18rb</p></div>`)).toBe('Sapu 18rb');
  });

  it('are never another picture’s, and an icon is none', () => {
    const two = `<main><div><img id="it"></div><div><img><p>Keripik 15rb</p></div></main>`;
    expect(captionIn(two)).toBe('');
    expect(captionIn(`<div><img class="icon"><img id="it"><p>Madu</p></div>`)).toBe('Madu');
  });

  it('are no article around it', () => {
    expect(captionIn(`<article><img id="it"><p>${'kata '.repeat(400)}</p></article>`)).toBe('');
  });
});
