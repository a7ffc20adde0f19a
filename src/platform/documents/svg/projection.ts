/** Longitude and latitude, in degrees. */
export type Position = readonly [number, number];

/** GeoJSON's MultiPolygon coordinates: polygons, rings, positions. */
export type Polygons = readonly (readonly (readonly Position[])[])[];

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * Equirectangular around the middle latitude, fitted into a box: at the size of an intercommunality its distortion is
 * below a pixel.
 */
export function projectionOnto(positions: readonly Position[], box: Box): (position: Position) => [number, number] {
  const [longitudes, latitudes] = [positions.map(([longitude]) => longitude), positions.map(([, latitude]) => latitude)];
  const [west, east] = bounds(longitudes);
  const [south, north] = bounds(latitudes);
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = Math.min(box.width / ((east - west) * squeeze || 1), box.height / (north - south || 1));
  const left = box.x + (box.width - (east - west) * squeeze * scale) / 2;
  const top = box.y + (box.height - (north - south) * scale) / 2;
  return ([longitude, latitude]) => [left + (longitude - west) * squeeze * scale, top + (north - latitude) * scale];
}

/** Without spreading: a contour has more positions than a call has arguments. */
function bounds(values: readonly number[]): [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return values.length === 0 ? [0, 0] : [low, high];
}

/** Centre of the largest ring, weighted by its area: where a commune's symbol stands when no centroid was given. */
export function centreOf(polygons: Polygons): Position | undefined {
  let largest: { area: number; centre: Position } | undefined;
  for (const [ring] of polygons) {
    const found = ring && ringCentre(ring);
    if (found && (!largest || found.area > largest.area)) largest = found;
  }
  return largest?.centre;
}

function ringCentre(ring: readonly Position[]): { area: number; centre: Position } | undefined {
  const [first] = ring;
  if (!first) return undefined;
  let [twice, x, y] = [0, 0, 0];
  for (let at = 0; at < ring.length; at += 1) {
    const [a, b] = [ring[at] ?? first, ring[(at + 1) % ring.length] ?? first];
    const cross = (a[0] - first[0]) * (b[1] - first[1]) - (b[0] - first[0]) * (a[1] - first[1]);
    twice += cross;
    x += (a[0] + b[0] - 2 * first[0]) * cross;
    y += (a[1] + b[1] - 2 * first[1]) * cross;
  }
  if (twice === 0) return { area: 0, centre: first };
  return { area: Math.abs(twice) / 2, centre: [first[0] + x / (3 * twice), first[1] + y / (3 * twice)] };
}
