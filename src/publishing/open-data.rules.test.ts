import { expect, test } from 'vitest';
import type { DatasetReference, Reading } from '../indicators/index.ts';
import { isOpen } from './open-data.rules.ts';

const dataset = (licence: string): DatasetReference => ({ id: 1, source: 'source', vintage: '2024', title: 'Titre', producer: 'Producteur', licence });
const reading = (...licences: string[]): Reading => ({ indicator: 'x', area: '57463', level: 'commune', period: '2024', cell: { kind: 'number', value: 1 }, perimeter: null, datasets: licences.map(dataset) });

test.each([
  [[], false], [['Licence Ouverte 2.0'], true], [['Licence Ouverte 2.0', 'Licence Ouverte 2.0'], true], [['Usage interne'], false], [['Licence Ouverte 2.0', 'Usage interne'], false], [['constructor'], false],
])('a figure under %j is given to others: %s', (licences, open) => expect(isOpen(reading(...licences))).toBe(open));
