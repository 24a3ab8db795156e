/** What a product may begin with and seldom does, read in one piece once the form stands. */
export { SiteMedia } from '#components/import/SiteMedia.tsx';
export { FromPage } from './FromPage.tsx';
export { PrefillBanner } from './PrefillBanner.tsx';
export { SoldNotice } from './SoldNotice.tsx';
export { Twin } from './Twin.tsx';
