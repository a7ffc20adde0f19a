import type { IndicatorDefinition, Text, Unit } from '../../indicators/index.ts';
import { flowSources } from '../flow-sources.ts';
import type { BalanceFigure } from './balance.rules.ts';

const text = (fr: string, en: string): Text => ({ fr, en });

const secrecy = text(
  'Un chiffre qui repose sur moins de 11 personnes interrogées est secret, et ce dont il se déduirait l’est aussi. La base de flux ne dit pas combien ont été interrogées : on n’y cache que ce qui compte moins de 11 personnes. La somme du territoire est alors un minimum, et ce qui en dépend n’est donné qu’à une borne près.',
  'A figure that rests on fewer than 11 people asked is secret, and so is what it would follow from. The base of flows does not say how many were asked: only what counts fewer than 11 people is hidden there. The territory’s sum is then a minimum, and what depends on it is given as a bound.',
);

interface Given { label: Text; short: Text; definition: Text; method: Text; unit: Unit; digits: number; direction?: IndicatorDefinition['direction']; additive?: true }

const define = (id: BalanceFigure, { short, additive, direction = 'neutral', ...given }: Given): IndicatorDefinition => ({
  id, theme: 'commuting', shortLabel: short, direction, grain: 'commune', territoryValue: 'computed', secrecy, sources: flowSources,
  additive: additive ?? false, ...given,
});

const count = (id: BalanceFigure, label: Text, short: Text, definition: Text, method: Text, additive?: true): IndicatorDefinition =>
  define(id, { label, short, definition, method, unit: 'persons', digits: 0, ...(additive ? { additive } : {}) });

const censusSays = text('Recensement, lieu de résidence et lieu de travail déclarés. Les nombres sont des estimations d’un sondage.', 'Census, declared places of residence and of work. The numbers are estimates from a survey.');

export const balanceDefinitions: readonly IndicatorDefinition[] = [
  count('commuting.jobs', text('Emplois occupés sur place', 'Jobs held here'), text('Emplois', 'Jobs'),
    text('Personnes qui travaillent dans la commune et habitent en France. Qui habite à l’étranger n’est pas compté.', 'People who work in the commune and live in France. Who lives abroad is not counted.'), censusSays, true),
  count('commuting.employed', text('Habitants qui ont un emploi', 'Residents in work'), text('Actifs occupés', 'In work'),
    text('Personnes qui habitent la commune et ont un emploi, où qu’il soit, à l’étranger compris.', 'People who live in the commune and have a job, wherever it is, abroad included.'), censusSays, true),
  define('commuting.jobsPerEmployed', {
    label: text('Emplois pour 100 habitants qui travaillent', 'Jobs per 100 residents in work'), short: text('Emplois pour 100 actifs', 'Jobs per 100 in work'),
    definition: text('Au-dessus de 100, la commune offre plus d’emplois qu’elle ne loge de personnes qui travaillent.', 'Above 100, the commune has more jobs than it houses people in work.'),
    method: text('100 × E ÷ A : emplois occupés sur place, rapportés aux habitants qui ont un emploi.', '100 × E ÷ A: jobs held here over residents in work.'), unit: 'perHundred', digits: 0,
  }),
  define('commuting.relativeBalance', {
    label: text('Solde relatif entre emplois et habitants qui travaillent', 'Relative balance of jobs and residents in work'), short: text('Solde relatif', 'Relative balance'),
    definition: text('De −1 (aucun emploi sur place) à 1 (personne qui travaille n’y habite) ; 0 est l’équilibre.', 'From −1 (no job here) to 1 (nobody in work lives here); 0 is balance.'),
    method: text('(E − A) ÷ (E + A) : emplois occupés sur place et habitants qui ont un emploi.', '(E − A) ÷ (E + A): jobs held here and residents in work.'), unit: 'ratio', digits: 2,
  }),
  define('commuting.selfContainment', {
    label: text('Habitants qui travaillent sur place (autocontention)', 'Residents who work where they live (self-containment)'), short: text('Autocontention', 'Self-containment'),
    definition: text('Part des habitants ayant un emploi qui travaillent dans leur commune ; pour le territoire, dans une de ses communes.', 'Share of residents in work whose job is in their commune; for the territory, in one of its communes.'),
    method: text('Habitants qui travaillent sur place ÷ habitants qui ont un emploi. Le territoire est pris comme un seul lieu.', 'Residents who work here ÷ residents in work. The territory is taken as one place.'), unit: 'fraction', digits: 1, direction: 'up',
  }),
  define('commuting.selfSufficiency', {
    label: text('Emplois occupés par des habitants (autosuffisance)', 'Jobs held by residents (self-sufficiency)'), short: text('Autosuffisance', 'Self-sufficiency'),
    definition: text('Part des emplois de la commune dont le titulaire y habite ; pour le territoire, dans une de ses communes.', 'Share of the commune’s jobs whose holder lives there; for the territory, in one of its communes.'),
    method: text('Habitants qui travaillent sur place ÷ emplois occupés sur place. Le territoire est pris comme un seul lieu.', 'Residents who work here ÷ jobs held here. The territory is taken as one place.'), unit: 'fraction', digits: 1, direction: 'up',
  }),
  count('commuting.fromOutside', text('Personnes qui viennent travailler d’ailleurs', 'People who come to work from elsewhere'), text('Viennent d’ailleurs', 'From elsewhere'),
    text('Personnes qui travaillent dans la commune et habitent une autre commune de France ; pour le territoire, qui habitent hors de lui.', 'People who work in the commune and live in another commune of France; for the territory, who live outside it.'),
    text('Emplois occupés sur place, moins ceux des habitants. Le nombre du territoire n’est pas la somme de ceux des communes.', 'Jobs held here, less those of residents. The territory’s number is not the sum of its communes’.')),
  count('commuting.toLuxembourg', text('Habitants qui travaillent au Luxembourg (recensement)', 'Residents who work in Luxembourg (census)'), text('Vers le Luxembourg', 'To Luxembourg'),
    text('Habitants dont l’emploi est au Luxembourg. À tenir à part : leur salaire n’est pas celui du marché local.', 'Residents whose job is in Luxembourg. To be kept apart: their wages are not those of the local market.'), censusSays, true),
  count('commuting.toGermany', text('Habitants qui travaillent en Allemagne (recensement)', 'Residents who work in Germany (census)'), text('Vers l’Allemagne', 'To Germany'),
    text('Habitants dont l’emploi est en Allemagne. À tenir à part, comme ceux du Luxembourg.', 'Residents whose job is in Germany. To be kept apart, like those of Luxembourg.'), censusSays, true),
];
