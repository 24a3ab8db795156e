/** Why a picture cannot be used; each has words under `issue_<code>`. */
export type PhotoErrorCode =
  | 'photo_unsupported' // not a picture this browser can open
  | 'photo_heic' // an iPhone's own format, which Chrome and Firefox cannot open
  | 'photo_too_large' // more than the laptop should be asked to hold in memory
  | 'photo_too_tall' // a screenshot of many screens, of which nothing would be legible
  | 'photo_crop_small' // what is left after the cut is no picture of a product
  | 'photo_broken'; // it began as a picture and did not end as one

export class PhotoError extends Error {
  override name = 'PhotoError';
  constructor(readonly code: PhotoErrorCode) {
    super(code);
  }
}
