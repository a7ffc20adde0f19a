import { defineMessages } from '../../platform/i18n/catalogue.ts';

export const analysesMessages = defineMessages({
  fr: {
    title: 'Analyses', lead: 'Ce que les chiffres disent des besoins : des notes relues, datées, avec leurs sources.',
    empty: 'Aucune analyse n’est publiée pour le moment.', emptyHow: 'Les chiffres eux-mêmes sont dans l’observatoire.', observatory: 'Ouvrir l’observatoire',
    version: (version: number, day: string) => `Version ${version}, chiffres du ${day}`, pdf: 'Télécharger en PDF', sources: 'Sources', versions: 'Versions publiées', older: 'Une version plus récente est publiée.', newest: 'La lire',
    demonstration: 'Démonstration : cette analyse est inventée.', figureOf: (label: string, place: string, period: string) => `${label}, ${place}${period ? `, ${period}` : ''}`,
  },
  en: {
    title: 'Analyses', lead: 'What the figures say of the needs: notes that were read over, dated, with their sources. They are written in French.',
    empty: 'No analysis is published at the moment.', emptyHow: 'The figures themselves are in the observatory.', observatory: 'Open the observatory',
    version: (version, day) => `Version ${version}, figures of ${day}`, pdf: 'Download as PDF', sources: 'Sources', versions: 'Published versions', older: 'A newer version is published.', newest: 'Read it',
    demonstration: 'Demonstration: this analysis is invented.', figureOf: (label, place, period) => `${label}, ${place}${period ? `, ${period}` : ''}`,
  },
});

/** The workspace's pages, which exist in French only. */
export const deskWords = {
  title: 'Analyses à écrire et à relire', lead: 'Une analyse s’écrit, puis une autre personne la relit et la publie. Chaque publication fige ses chiffres.',
  new: 'Écrire une analyse', newTitle: 'Nouvelle analyse', none: 'Aucune analyse n’est commencée.', noneHow: 'Écrivez la première : un titre, un résumé, un texte où vous insérez les chiffres de l’observatoire.',
  caption: 'Analyses du territoire', columns: { title: 'Titre', state: 'État', changed: 'Modifiée' },
  states: { draft: 'en cours d’écriture', review: 'à relire', published: 'publiée', withdrawn: 'retirée' },
  fields: { title: 'Titre', summary: 'Résumé', body: 'Texte' },
  summaryHint: 'Une ou deux phrases : la conclusion d’abord.',
  bodyHint: 'Une ligne vide sépare les paragraphes. « # » commence un titre, « - » un élément de liste, [mots](https://adresse) un lien.',
  inserts: 'Insérer un chiffre, une courbe ou une carte',
  insertsHow: 'Copiez dans le texte. Pour le chiffre d’une commune, ajoutez son code : {{indicator:income.median:57463}}. Une courbe ou une carte se place seule sur sa ligne.',
  preview: 'Voir l’aperçu', save: 'Enregistrer', submit: 'Proposer à la relecture', publish: 'Publier cette version', withdraw: 'Retirer des pages publiques', see: 'Voir la page publiée',
  previewTitle: 'Aperçu', previewHow: 'Les chiffres sont ceux d’aujourd’hui ; la publication les fige.',
  unknown: 'À corriger : ces insertions ne correspondent à aucun chiffre, aucune courbe ni aucune carte.',
  toReview: 'Relecture', own: 'Vous avez écrit dans cette analyse : une autre personne doit la relire et la publier.',
  toPublish: 'Relisez l’aperçu. Publier la met sur les pages publiques, avec les chiffres d’aujourd’hui figés.', toWithdraw: 'La retirer ôte toutes ses versions des pages publiques. Elles restent ici, avec leur date.',
  demonstration: 'Démonstration',
  done: { creee: 'L’analyse est enregistrée.', enregistree: 'L’analyse est enregistrée. C’est de nouveau un brouillon : proposez-la à la relecture.', proposee: 'L’analyse attend maintenant sa relecture par une autre personne.', publiee: 'L’analyse est publiée.', retiree: 'L’analyse n’est plus sur les pages publiques.' } as Record<string, string>,
  failures: {
    'analysis.changed': 'Le texte a changé depuis que vous l’avez ouvert : relisez-le, puis publiez.', 'analysis.notSubmitted': 'Proposez d’abord l’analyse à la relecture.',
    'analysis.ownWork': 'Vous avez écrit dans cette analyse : une autre personne doit la publier.', 'analysis.badInserts': 'Le texte insère un chiffre qui n’existe pas : corrigez-le d’abord.', 'analysis.notDraft': 'Seul un brouillon est proposé à la relecture : enregistrez d’abord le texte.',
    'analysis.notPublished': 'Cette analyse n’est pas publiée.',
  } as Record<string, string>,
  problems: { required: 'Remplissez ce champ.', tooLong: 'C’est trop long : raccourcissez.', nir: 'Ce texte contient un numéro de sécurité sociale : retirez-le, il n’a pas sa place ici.' } as Record<string, string>,
} as const;
