import { describe, expect, test } from 'vitest';
import { loadRules } from 'regles-logement';

const canChange = new Map(loadRules().inputs.map((input) => [input.name, input.canChange]));

/** What a person may be advised to change: a lease, a dwelling, a date, a contract to be signed, a step to take; never what they are, earn or live in. */
describe('facts that may be advised', () => {
  test.each([
    'logement . loyer', 'logement . charges', 'logement . dépôt de garantie', 'logement . date du bail', 'logement . statut', 'logement . bail mobilité', 'logement . autre garantie', 'logement . numéro unique',
    'emploi . promesse', 'emploi . mutation', 'emploi . début', 'trajet . distance entre logements', 'trajet . durée avant', 'aides . Loca-Pass en cours', 'projet . opération', 'projet . coût', 'projet . années de location',
  ])('%s: yes', (name) => expect(canChange.get(name)).toBe(true));

  test.each([
    'personne . âge', 'personne . activité', 'personne . titre de séjour', 'personne . boursier', 'ménage . personnes', 'ménage . ressources mensuelles', 'emploi . salaire net', 'emploi . salaire brut', 'emploi . contrat',
    'emploi . hors du bassin', 'emploi . CDD de trois mois en cours', 'emploi . mois travaillés sur six', 'emploi . licenciement économique', 'employeur . secteur', 'employeur . effectif', 'employeur . cotise',
    'logement . région des plafonds', 'logement . en Île-de-France', 'logement . zone Visale', 'logement . zone ABC', 'logement . zone APL', 'logement . quartier prioritaire', 'logement . zone rurale', 'logement . exclu du surloyer',
    'trajet . double loyer', 'aides . demande déjà déposée', 'aides . Mobili-Jeune en cours',
  ])('%s: no', (name) => expect(canChange.get(name)).toBe(false));
});
