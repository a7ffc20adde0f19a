import { parse } from 'yaml';
import { z } from 'zod';
import { filesEnding } from './read.ts';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const file = z.strictObject({
  territoire: z.strictObject({ code: z.string(), source: z.string(), confiance: z.enum(['certain', 'probable', 'contradictoire']), 'vérifié le': day, 'zone ABC depuis': day, 'zone APL depuis': day }),
  communes: z.record(z.string().regex(/^\d[\dAB]\d{3}$/), z.strictObject({ nom: z.string(), ABC: z.enum(['A bis', 'A', 'B1', 'B2', 'C']), APL: z.int().min(1).max(3), reclassée: z.enum(['oui', 'non']) })),
});

export interface CommuneZones { insee: string; name: string; territory: string; source: string; abc: string; abcSince: string; /** False: the zone before `abcSince` is not the same. */ abcIsOlder: boolean; apl: string }

/**
 * Zones of the communes that a file `zones.*.yaml` lists, by INSEE code: they fill answers in, no rule reads them.
 * @throws Error when a file is not as the schema says
 */
export function communeZones(): Map<string, CommuneZones> {
  const zones = filesEnding('.yaml').filter(({ file: name }) => name.startsWith('zones.')).flatMap(({ text }) => {
    const { territoire, communes } = file.parse(parse(text));
    return Object.entries(communes).map(([insee, { nom, ABC, APL, reclassée }]): CommuneZones => ({
      insee, name: nom, territory: territoire.code, source: territoire.source, abc: ABC, abcSince: territoire['zone ABC depuis'], abcIsOlder: reclassée === 'non', apl: `zone ${APL}`,
    }));
  });
  return new Map(zones.map((zone) => [zone.insee, zone]));
}

/** The answers that a commune's zones give on a day, AAAA-MM-JJ; what is not known on that day is left out. Visale's zone II is never among them: its list was not found. */
export function zonesOn(insee: string, on: string, zones = communeZones()): Record<string, string> {
  const commune = zones.get(insee);
  if (!commune) return {};
  return { 'logement . zone APL': `'${commune.apl}'`, ...(on >= commune.abcSince || commune.abcIsOlder ? { 'logement . zone ABC': `'${commune.abc}'` } : {}) };
}
