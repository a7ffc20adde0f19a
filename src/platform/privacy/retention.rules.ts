import type { PlainDate } from '../clock.ts';
import { formatCount } from '../i18n/format.ts';
import { instantMonthsBefore, monthsBefore } from './period.rules.ts';

interface Retention {
  months?: number;
  days?: number;
  /** In French, for the register: what starts the time, and what happens at its end. */
  text: (time: string) => string;
}

/**
 * How long each kind of datum is kept: the job that erases and the register that says so read the same line. Proposed by
 * the software after usage (CNIL, Action Logement); a territory's data protection officer confirms them.
 */
export const retentions = {
  closedFile: { months: 12, text: (time) => `${time} après la clôture du dossier. Ce qui désigne la personne est ensuite effacé ; il reste la commune, l’organisme, la tranche d’âge et les dates du suivi.` },
  withFile: { months: 12, text: (time) => `Comme le dossier : ${time} après sa clôture, puis effacement.` },
  note: { months: 24, text: (time) => `${time} après l’écriture de la note, et au plus tard avec le dossier, puis effacement.` },
  contact: { months: 36, text: (time) => `${time} après la dernière vérification, puis effacement.` },
  formerAccount: { months: 12, text: (time) => `${time} après la fin de la dernière fonction, puis effacement. Le compte d’une personne accompagnée part avec son dossier.` },
  session: { days: 30, text: (time) => `${time} après la fin de la session ou du lien, puis effacement.` },
  device: { months: 12, text: (time) => `${time} après le dernier usage de l’appareil, puis effacement.` },
  invitation: { months: 6, text: (time) => `${time} après l’échéance de l’invitation, puis effacement.` },
  mail: { days: 30, text: (time) => `${time} pour l’adresse, l’objet et le texte, puis effacement. Il reste le jour et le modèle du message.` },
  reminder: { months: 12, text: (time) => `${time} après la date prévue, puis effacement.` },
  event: { months: 12, text: (time) => `${time}, ou aussi longtemps que le dossier concerné, puis effacement.` },
  trace: { months: 12, text: (time) => `${time}, puis effacement par blocs entiers. L’empreinte de chaque bloc reste, et ne dit rien de personne.` },
  request: { months: 60, text: (time) => `${time} après la réponse, pour prouver qu’elle a été donnée, puis effacement.` },
  relation: { text: () => 'Aussi longtemps que l’organisme participe à la convention.' },
  kept: { text: () => 'Sans limite : aucune ligne ne désigne une personne.' },
} as const satisfies Record<string, Retention>;

export type RetentionId = keyof typeof retentions;
/** Retentions that end. */
export type TimedRetention = { [Id in RetentionId]: (typeof retentions)[Id] extends { months: number } | { days: number } ? Id : never }[RetentionId];

/** What is dated before this moment has had its time. */
export function cutoff(id: TimedRetention, now: Date): Date {
  const { months, days } = retentions[id] as Retention;
  return months === undefined ? new Date(now.getTime() - (days ?? 0) * 86_400_000) : instantMonthsBefore(now, months);
}

/** What is dated on this day or before has had its time. */
export const cutoffDay = (id: 'closedFile' | 'contact', today: PlainDate): PlainDate => monthsBefore(today, retentions[id].months);

/** The register's sentence. */
export function retentionText(id: RetentionId): string {
  const { months, days, text } = retentions[id] as Retention;
  return text(months === undefined ? formatCount(days ?? 0, { one: 'jour', many: 'jours' }, 'fr') : months % 12 === 0 ? formatCount(months / 12, { one: 'an', many: 'ans' }, 'fr') : formatCount(months, { one: 'mois', many: 'mois' }, 'fr'));
}
