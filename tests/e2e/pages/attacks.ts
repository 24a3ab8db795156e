/**
 * What a hacked page of an enabled site may do around the open panel, each run inside the page. `hides` are those that a
 * person would be deceived by: no press may count while they last. The others must not change what the person sees.
 */
export const HIDES: Record<string, () => void> = {
  'a popover that comes back over the panel as often as it is put below': () => {
    const lure = document.createElement('div');
    lure.popover = 'manual';
    lure.style.cssText = 'position:fixed;inset:0;width:100%;height:100%;margin:0;border:0;pointer-events:none';
    document.body.append(lure);
    setInterval(() => {
      lure.hidePopover();
      lure.showPopover();
    }, 40);
  },
  'a popover in a closed shadow root that comes back': () => {
    const box = document.createElement('div');
    const lure = document.createElement('div');
    lure.popover = 'manual';
    lure.style.cssText = 'position:fixed;inset:0;width:100%;height:100%;margin:0;border:0;pointer-events:none';
    box.attachShadow({ mode: 'closed' }).append(lure);
    document.body.append(box);
    setInterval(() => {
      lure.hidePopover();
      lure.showPopover();
    }, 40);
  },
  'the whole document zoomed to a stamp': () => document.documentElement.style.setProperty('zoom', '0.2', 'important'),
  'the element that holds the panel zoomed': () => {
    const host = document.documentElement.lastElementChild as HTMLElement;
    host.style.cssText = 'display: block !important; zoom: 0.2 !important';
  },
  'the whole document skipped by content-visibility': () =>
    document.documentElement.style.setProperty('content-visibility', 'hidden', 'important'),
  'a snapshot of the page in place of everything': () => {
    const style = document.createElement('style');
    style.textContent =
      '::view-transition { background: #fff; pointer-events: none } ::view-transition-group(root) { animation-duration: 600s }';
    document.head.append(style);
    document.startViewTransition(() => undefined);
  },
};

/** Styles with which the page tried to hide the panel in 0.1.0, on the element that holds it and on the document's root. */
export const STYLES = [
  'opacity: 0',
  'mask-image: linear-gradient(transparent, transparent)',
  'clip-path: inset(50%)',
  'transform: translateX(-600px) scale(0.1)',
  'visibility: hidden',
  'mix-blend-mode: difference',
  'pointer-events: none',
];

/** Runs in the page: sets the style on the element that holds the panel and on the root, as important as it can be. */
export function styleAround(style: string): void {
  const host = document.documentElement.lastElementChild as HTMLElement;
  host.style.cssText = `display: block !important; position: fixed !important; inset: 0 !important; ${style} !important`;
  document.documentElement.style.cssText = `${style} !important`;
  const sheet = document.createElement('style');
  sheet.textContent = `@layer a { dialog, iframe, div { ${style} !important; transition: all 600s !important } }`;
  document.head.append(sheet);
}

/** Runs in the page: makes the entry in the menu an invisible button over the whole page. */
export function stretchEntry(label: string): void {
  const entry = [...document.querySelectorAll('a')].find(({ textContent }) => textContent?.includes(label));
  entry?.style.setProperty('position', 'fixed', 'important');
  entry?.style.setProperty('inset', '0', 'important');
  entry?.style.setProperty('opacity', '0', 'important');
  entry?.style.setProperty('z-index', '99999', 'important');
}
