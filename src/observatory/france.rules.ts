/** Boxes, with some sea around, of the places where French communes are: west, south, east, north in degrees (WGS84). */
const boxes: readonly (readonly [number, number, number, number])[] = [
  [-5.5, 41, 10, 51.5], // mainland and Corsica
  [-63.5, 14, -60.5, 18.5], // Antilles
  [-55, 2, -51, 6], // Guyane
  [55, -21.6, 56, -20.7], // La Réunion
  [44.9, -13.2, 45.5, -12.5], // Mayotte
  [-56.7, 46.6, -56, 47.3], // Saint-Pierre-et-Miquelon
  [157, -23.5, 173, -17], // Nouvelle-Calédonie
  [-156, -29, -133, -7], // Polynésie française
  [-178.6, -14.8, -175.9, -13], // Wallis-et-Futuna
];

/** Whether a position may be in a French commune: swapped coordinates, or metres of a projection, are not. */
export const isInFrance = (longitude: number, latitude: number): boolean =>
  boxes.some(([west, south, east, north]) => longitude >= west && longitude <= east && latitude >= south && latitude <= north);
