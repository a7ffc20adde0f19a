import { ruleBook, type Aid } from '../../aids/index.ts';
import type { PageLanguage } from '../../platform/i18n/format.ts';
import { rulesMessages } from '../messages/rules.ts';
import { pageOf } from './rule-files.ts';
import { headOf, type Said } from './rule-said.ts';

/** The pages of the rules by what one looks for, aids first. One that stands in none of them is in no list: a test holds it. */
const groups = {
  rent: ['visale', 'avance-loca-pass', 'mobili-jeune', 'aide-au-logement', 'mobili-pass', 'mon-job-mon-logement', 'garantie-loca-pass'],
  social: ['al-in', 'accompagnement-social'],
  own: ['pret-accession', 'prime-accession', 'pret-travaux', 'loc-avantages'],
  closed: [],
  ceilings: ['categorie-menage', 'plafonds-ressources', 'plafonds-plai', 'plafonds-plus', 'plafonds-pli'],
  duties: ['devoirs-attribution', 'supplement-loyer'],
  employer: ['peec', 'seuils-communs'],
  allowance: ['bareme-aide-au-logement', 'calcul-aide-au-logement', 'reduction-loyer-solidarite'],
  asked: ['questions-personne', 'questions-emploi', 'questions-habitation', 'questions-projet'],
} as const satisfies Record<keyof typeof rulesMessages.fr.groups, readonly string[]>;

export interface RuleGroup { id: keyof typeof groups; title: string; pages: readonly { id: string; title: Said; description: Said }[] }

/** An aid that takes no more requests at a day (AAAA-MM-JJ). */
const isClosed = ({ opening }: Aid, at: string): boolean => opening !== undefined && ruleBook().rules.parameters.findLast(({ rule, from }) => rule === opening && from <= at)?.value === 'non';

/** The list of the rules at a day, in a language; aids closed by then stand together. */
export function ruleGroups(at: string, language: PageLanguage): RuleGroup[] {
  const closed = new Set(ruleBook().aids.filter((aid) => isClosed(aid, at)).map(({ id }) => id));
  const ids = Object.keys(groups) as (keyof typeof groups)[];
  return ids.map((id) => {
    const members: readonly string[] = id === 'closed' ? ids.flatMap((one): readonly string[] => groups[one]).filter((one) => closed.has(one)) : (groups[id] as readonly string[]).filter((one) => !closed.has(one));
    return { id, title: rulesMessages[language].groups[id], pages: members.flatMap((one) => { const page = pageOf(one); return page ? [{ id: one, ...headOf(page, language) }] : []; }) };
  }).filter(({ pages }) => pages.length > 0);
}
