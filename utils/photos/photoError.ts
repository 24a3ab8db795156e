/** Why a picture cannot be used; each has words under `issue_<code>`. */
export type PhotoProblemCode =
  | 'photo_unsupported' // not a picture this browser can open
  | 'photo_heic' // an iPhone's own format, which Chrome and Firefox cannot open
  | 'photo_too_large' // more than the laptop should be asked to hold in memory
  | 'photo_broken'; // it began as a picture and did not end as one

export class PhotoProblem extends Error {
  override name = 'PhotoProblem';
  constructor(readonly code: PhotoProblemCode) {
    super(code);
  }
}
