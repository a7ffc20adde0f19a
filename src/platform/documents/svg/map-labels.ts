import { textWidth } from './element.ts';

/** A symbol that wants its name beside it, the most important first. */
export interface Spot {
  x: number;
  y: number;
  radius: number;
  text: string;
  /** False for a symbol that only stands in the way. */
  named: boolean;
}

export interface PlacedLabel {
  x: number;
  y: number;
  text: string;
  size: number;
  anchor: 'start' | 'middle' | 'end';
}

interface Rectangle {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/**
 * Names beside their symbols without covering one another or another large symbol; a name that finds no free place is left
 * out (the table beside the map names every commune).
 */
export function placeLabels(spots: readonly Spot[], most: number, frame: { width: number; height: number; size: number }): PlacedLabel[] {
  const taken: Rectangle[] = [];
  const placed: PlacedLabel[] = [];
  const obstacles = spots.filter((spot) => spot.radius > 0);
  for (const spot of spots) {
    if (placed.length >= most) break;
    if (!spot.named) continue;
    const others = obstacles.filter((other) => other !== spot).map(squareOf);
    const free = candidates(spot, frame.size).find(({ box }) => inside(box, frame) && ![...taken, ...others].some((one) => overlap(one, box)));
    if (!free) continue;
    taken.push(free.box);
    placed.push(free.label);
  }
  return placed;
}

function candidates(spot: Spot, size: number): { label: PlacedLabel; box: Rectangle }[] {
  const width = textWidth(spot.text, size);
  const gap = spot.radius + 3;
  const places: { x: number; y: number; anchor: PlacedLabel['anchor'] }[] = spot.radius === 0
    ? [{ x: spot.x, y: spot.y + 4, anchor: 'middle' }]
    : [
        { x: spot.x + gap, y: spot.y + 4, anchor: 'start' },
        { x: spot.x - gap, y: spot.y + 4, anchor: 'end' },
        { x: spot.x, y: spot.y - gap - 1, anchor: 'middle' },
        { x: spot.x, y: spot.y + gap + size - 2, anchor: 'middle' },
        { x: spot.x + gap * 0.75, y: spot.y + gap * 0.75 + size - 2, anchor: 'start' },
        { x: spot.x - gap * 0.75, y: spot.y + gap * 0.75 + size - 2, anchor: 'end' },
        { x: spot.x + gap * 0.75, y: spot.y - gap * 0.75, anchor: 'start' },
        { x: spot.x - gap * 0.75, y: spot.y - gap * 0.75, anchor: 'end' },
      ];
  return places.map((place) => {
    const left = place.anchor === 'start' ? place.x : place.anchor === 'end' ? place.x - width : place.x - width / 2;
    return { label: { ...place, text: spot.text, size }, box: { left, right: left + width, top: place.y - size + 1, bottom: place.y + 3 } };
  });
}

const squareOf = (spot: Spot): Rectangle => {
  // The square inside the circle: a corner of a box may brush a round symbol.
  const half = spot.radius * 0.85;
  return { left: spot.x - half, right: spot.x + half, top: spot.y - half, bottom: spot.y + half };
};

const inside = (box: Rectangle, frame: { width: number; height: number }): boolean =>
  box.left >= 1 && box.top >= 1 && box.right <= frame.width - 1 && box.bottom <= frame.height - 1;

const overlap = (a: Rectangle, b: Rectangle): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
