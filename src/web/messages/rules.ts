import { definePageMessages } from '../../platform/i18n/catalogue.ts';

/** The pages of the rules. */
export const rulesMessages = definePageMessages({
  fr: {
    title: 'Les règles, à livre ouvert',
    lead: 'Chaque aide, chaque plafond, chaque devoir : ses conditions en clair, ses montants dans le temps, ses sources, ce qui n’est pas sûr.',
    groups: {
      rent: 'Louer un logement', social: 'Logement social et accompagnement', own: 'Acheter, rénover ou louer son bien', closed: 'Aides fermées à ce jour', ceilings: 'Plafonds et catégories', allowance: 'L’aide au logement en détail',
      duties: 'Devoirs d’attribution et surloyer', employer: 'Ce que doit l’employeur', asked: 'Ce qui est demandé',
    },
    conditions: 'Conditions', all: 'Toutes ces conditions', any: 'Une de ces conditions', since: (value: string, day: string) => `${value} depuis le ${day}`,
    statements: 'Ce que disent les règles', sentences: (count: string) => `${count} phrases`, where: 'Où demander', documents: 'Papiers à réunir',
    inForce: (day: string) => `Valeurs en vigueur au ${day}`, parameters: 'Paramètres dans le temps', singles: 'Montants et seuils', parameter: 'Paramètre', from: 'À partir du', value: 'Valeur', source: 'Source', certainty: 'Certitude', checkedOn: 'Vérifié le',
    unknownValue: 'non connu', rows: (count: string) => (count === '1' ? '1 valeur' : `${count} valeurs`), conflict: 'Sources qui se contredisent', noParameter: 'Cette règle n’a pas de paramètre daté.',
    notModelled: 'Ce que la règle ne dit pas encore', sources: 'Sources', lastCheck: (day: string) => `vérification la plus ancienne le ${day}`,
    text: 'Le texte de la règle', textLead: 'En publicodes, tel que l’ordinateur le lit.', standsOn: 'S’appuie aussi sur', servedBy: 'Aides qui s’appuient sur ce texte',
    canChange: 'peut faire l’objet d’un conseil', isFixed: 'jamais conseillé',
    try: 'Essayer cette règle', tryText: 'Les questions de cette seule aide.', trySubject: 'Ces règles se lisent à travers les aides qui s’appuient sur elles : ouvrez l’une d’elles pour l’essayer.',
    closedNow: (day: string) => `Elle ne s’essaie pas : au ${day} elle est fermée à tous, et le simulateur n’applique que les règles du jour.`, unknownNow: (day: string) => `Elle ne s’essaie pas : au ${day} nos sources ne disent pas ce qu’il faut pour en décider, et aucune réponse n’y changerait rien.`,
    notAsked: 'Elle ne s’essaie pas : le simulateur n’a rien à demander pour elle.',
  },
  en: {
    title: 'The rules, open to read',
    lead: 'Each kind of help, each ceiling, each duty: its conditions in plain words, its amounts through time, its sources, what is not certain.',
    groups: {
      rent: 'Renting a home', social: 'Social housing and support', own: 'Buying, renovating or letting a home', closed: 'Help that is closed today', ceilings: 'Ceilings and categories', allowance: 'The housing allowance in detail',
      duties: 'Allocation duties and supplementary rent', employer: 'What the employer owes', asked: 'What is asked',
    },
    conditions: 'Conditions', all: 'All of these', any: 'One of these', since: (value, day) => `${value} since ${day}`,
    statements: 'What the rules say', sentences: (count) => `${count} sentences`, where: 'Where to apply', documents: 'Papers to gather',
    inForce: (day) => `Values in force on ${day}`, parameters: 'Parameters through time', singles: 'Amounts and thresholds', parameter: 'Parameter', from: 'From', value: 'Value', source: 'Source', certainty: 'Certainty', checkedOn: 'Checked on',
    unknownValue: 'not known', rows: (count) => (count === '1' ? '1 value' : `${count} values`), conflict: 'Sources disagree', noParameter: 'This rule has no dated parameter.',
    notModelled: 'What the rule does not say yet', sources: 'Sources', lastCheck: (day) => `oldest check on ${day}`,
    text: 'The rule’s text', textLead: 'In publicodes and in French, as the computer reads it.', standsOn: 'Also stands on', servedBy: 'Help that stands on this text',
    canChange: 'may be advised', isFixed: 'never advised',
    try: 'Try this rule', tryText: 'The questions of this help alone.', trySubject: 'These rules are read through the help that stands on them: open one to try it.',
    closedNow: (day) => `It cannot be tried: on ${day} it is closed to everybody, and the simulator applies today’s rules only.`, unknownNow: (day) => `It cannot be tried: on ${day} our sources do not say what decides it, and no answer would change that.`,
    notAsked: 'It cannot be tried: the simulator has nothing to ask for it.',
  },
  de: {
    title: 'Die Regeln, offen zu lesen',
    lead: 'Jede Hilfe, jede Grenze, jede Pflicht: ihre Bedingungen in klaren Worten, ihre Beträge im Lauf der Zeit, ihre Quellen, was nicht sicher ist.',
    groups: {
      rent: 'Eine Wohnung mieten', social: 'Sozialwohnung und Begleitung', own: 'Kaufen, renovieren oder vermieten', closed: 'Heute geschlossene Hilfen', ceilings: 'Grenzen und Kategorien', allowance: 'Das Wohngeld im Einzelnen',
      duties: 'Vergabepflichten und Mietzuschlag', employer: 'Was der Arbeitgeber schuldet', asked: 'Was gefragt wird',
    },
    conditions: 'Bedingungen', all: 'Alle diese Bedingungen', any: 'Eine dieser Bedingungen', since: (value, day) => `${value} seit dem ${day}`,
    statements: 'Was die Regeln sagen', sentences: (count) => `${count} Sätze`, where: 'Wo beantragen', documents: 'Unterlagen',
    inForce: (day) => `Am ${day} gültige Werte`, parameters: 'Parameter im Lauf der Zeit', singles: 'Beträge und Schwellen', parameter: 'Parameter', from: 'Ab dem', value: 'Wert', source: 'Quelle', certainty: 'Sicherheit', checkedOn: 'Geprüft am',
    unknownValue: 'nicht bekannt', rows: (count) => (count === '1' ? '1 Wert' : `${count} Werte`), conflict: 'Widersprüchliche Quellen', noParameter: 'Diese Regel hat keinen datierten Parameter.',
    notModelled: 'Was die Regel noch nicht sagt', sources: 'Quellen', lastCheck: (day) => `älteste Prüfung am ${day}`,
    text: 'Der Text der Regel', textLead: 'In publicodes und auf Französisch, wie der Computer ihn liest.', standsOn: 'Stützt sich auch auf', servedBy: 'Hilfen, die sich auf diesen Text stützen',
    canChange: 'kann geraten werden', isFixed: 'wird nie geraten',
    try: 'Diese Regel ausprobieren', tryText: 'Nur die Fragen dieser Hilfe.', trySubject: 'Diese Regeln liest man durch die Hilfen, die sich auf sie stützen: öffnen Sie eine, um sie auszuprobieren.',
    closedNow: (day) => `Sie lässt sich nicht ausprobieren: am ${day} ist sie für alle geschlossen, und der Simulator wendet nur die heutigen Regeln an.`, unknownNow: (day) => `Sie lässt sich nicht ausprobieren: am ${day} sagen unsere Quellen nicht, was entscheidet, und keine Antwort würde das ändern.`,
    notAsked: 'Sie lässt sich nicht ausprobieren: der Simulator hat für sie nichts zu fragen.',
  },
});
