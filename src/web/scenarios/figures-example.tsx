import { scenarioWords } from '../messages/scenarios.ts';

const example = (territory: string): string => `{
  "source": "Otelo, extraction du 3 mars 2026",
  "name": "Mon territoire",
  "epciCode": "${territory}",
  "baseYear": 2021,
  "projection": 2050,
  "horizonResorption": 2050,
  "initialParc": 125000,
  "stock": {
    "region": "44",
    "outOfHousing": {
      "census": { "homeless": 120, "makeshift": 30, "hotel": 60 },
      "places": { "reinsertion": 400, "demandeAsile": 350 }
    },
    "hosted": { "cohabitation": 900, "byPrivate": 700, "temporary": 150 },
    "effort": { "tenants": { "30": 8200 } },
    "quality": { "fiscal": { "tenants": 1500, "owners": 900 } },
    "overcrowding": { "severe": { "tenants": 1100 } }
  },
  "parameters": { "placeKinds": ["reinsertion", "demandeAsile"] },
  "rateDisappearance": 0.002,
  "rateRestructuring": 0.003,
  "longVacancyRateStart": 0.03,
  "longVacancyRateTarget": 0.025,
  "shortVacancyRate": 0.05,
  "secondaryRate": 0.03,
  "householdsByYear": { "2021": 110000, "2022": 110700 }
}`;

/** What a file of figures looks like, with invented figures. */
export function FiguresExample({ territory }: { territory: string }) {
  const words = scenarioWords.form;
  return (
    <details className="method">
      <summary>{words.example}</summary>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by the keyboard (WCAG 2.1.1) */}
      <pre tabIndex={0} className="example" aria-label={words.example} role="region">{example(territory)}</pre>
      <p className="note">{words.exampleEnd} {words.exampleText}</p>
    </details>
  );
}
