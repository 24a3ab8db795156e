/** A picture's size in its own units: as wide as a small phone, so that letters stay legible there. */
export const WIDTH = 360;
const HEIGHT = { min: 200, max: 420 };
/** Free room around the outermost dots, for their labels. */
const MARGIN = 34;
/** Villages next to each other would else fill the picture with nothing between them (degrees). */
const LEAST_SPAN = 0.04;
/** Kilometres that a degree of latitude is long. */
const DEGREE = 111.195;

export interface Dot {
  x: number;
  y: number;
}

export interface Projection {
  height: number;
  /** Kilometres that one unit is long. */
  kmPerUnit: number;
  at(place: { lat: number; lng: number }): Dot;
}

/** Equirectangular at the middle latitude: near enough for a few kabupaten, and one unit is as long up as across. */
export function projectionOf(places: readonly { lat: number; lng: number }[]): Projection {
  const lats = places.map(({ lat }) => lat);
  const lngs = places.map(({ lng }) => lng);
  const [south, north, west, east] = [Math.min(...lats), Math.max(...lats), Math.min(...lngs), Math.max(...lngs)];
  const [midLat, midLng] = [(south + north) / 2, (west + east) / 2];
  const narrow = Math.cos((midLat * Math.PI) / 180);
  const across = Math.max((east - west) * narrow, LEAST_SPAN);
  const up = Math.max(north - south, LEAST_SPAN);
  const perDegree = Math.min((WIDTH - 2 * MARGIN) / across, (HEIGHT.max - 2 * MARGIN) / up);
  const height = Math.round(Math.max(HEIGHT.min, up * perDegree + 2 * MARGIN));
  return {
    height,
    kmPerUnit: DEGREE / perDegree,
    at: ({ lat, lng }) => ({
      x: WIDTH / 2 + (lng - midLng) * narrow * perDegree,
      y: height / 2 - (lat - midLat) * perDegree,
    }),
  };
}

/** A round number of kilometres whose bar is at most a third of the picture wide, and that bar's length. */
export function scaleBar({ kmPerUnit }: Pick<Projection, 'kmPerUnit'>): { km: number; length: number } {
  const most = (WIDTH / 3) * kmPerUnit;
  const power = 10 ** Math.floor(Math.log10(most));
  const km = power * ([5, 2, 1].find((step) => step * power <= most) ?? 1);
  return { km, length: km / kmPerUnit };
}
