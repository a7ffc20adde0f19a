import { assumptions } from './assumptions.ts';

export interface Place { longitude: number; latitude: number }

const earthRadiusKm = 6371;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Kilometres between two places along a great circle (haversine, mean radius). */
export function greatCircleKm(a: Place, b: Place): number {
  const half = (from: number, to: number): number => Math.sin(radians(to - from) / 2) ** 2;
  const chord = half(a.latitude, b.latitude) + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * half(a.longitude, b.longitude);
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** Minutes by car for a straight distance, rounded up to five: an estimate, not a route. */
export const estimatedMinutes = (straightKm: number): number => 5 * Math.ceil((60 * straightKm * assumptions.detour) / assumptions.kilometresPerHour / 5 - 1e-9) + 0;
