import { departmentOf } from '../territory/index.ts';

/** Boxes, with some sea around, of the places where French communes are: west, south, east, north in degrees (WGS84). */
type Box = readonly [west: number, south: number, east: number, north: number];

const mainland: Box = [-5.5, 41, 10, 51.5];
const overseas: Readonly<Record<string, Box>> = {
  971: [-62, 15.7, -60.9, 16.6],
  972: [-61.4, 14.3, -60.7, 15],
  973: [-55, 2, -51, 6],
  974: [55, -21.6, 56, -20.7],
  975: [-56.7, 46.6, -56, 47.3],
  976: [44.9, -13.2, 45.5, -12.5],
  977: [-63, 17.8, -62.7, 18],
  978: [-63.3, 17.9, -62.9, 18.2],
  986: [-178.6, -14.8, -175.9, -13],
  987: [-156, -29, -133, -7],
  988: [157, -23.5, 173, -17],
};

/** Whether a position may be in this commune: swapped coordinates, metres of a projection, or another ocean are not. */
export function isInFrance(longitude: number, latitude: number, commune: string): boolean {
  const [west, south, east, north] = overseas[departmentOf(commune)] ?? mainland;
  return longitude >= west && longitude <= east && latitude >= south && latitude <= north;
}
