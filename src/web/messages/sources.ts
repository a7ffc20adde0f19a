import { defineMessages } from '../../platform/i18n/catalogue.ts';

export const sourcesMessages = defineMessages({
  fr: {
    title: 'Sources des chiffres',
    lead: 'Chaque chiffre de ce site vient d’un fichier public. Voici lesquels sont chargés, ce qu’on y a lu, et ce qui peut encore être importé.',
    loaded: 'Sources chargées',
    none: 'Aucune source n’est chargée.',
    toImport: 'Sources à importer',
    toImportHow: 'Téléchargez le fichier sur le portail indiqué, puis tapez la commande dans un terminal. Importer deux fois le même fichier ne change rien ; un millésime plus récent s’ajoute à côté.',
    from: 'Portail',
    ask: 'À demander',
    command: 'Commande',
    file: 'chemin/du/fichier',
    gives: 'Donne',
    producer: 'Producteur',
    licence: 'Licence',
    table: {
      caption: (source: string) => `Jeux de données chargés : ${source}`,
      vintage: 'Millésime et fichier', read: 'Lignes lues', kept: 'Gardées', territory: 'Du territoire', secret: 'Cases secrètes', rejected: 'Rejetées', imported: (day: string) => `importé le ${day}`,
    },
    how: 'Lues : lignes du fichier. Gardées : celles qui décrivent une commune ou une intercommunalité connue. Du territoire : communes d’ici qui y figurent. Cases secrètes : valeurs que le producteur cache, sur toute la France. Rejetées : lignes fautives laissées de côté à la demande de la personne qui a importé.',
  },
  en: {
    title: 'Sources of the figures',
    lead: 'Every figure of this site comes from a public file. Here are those that are loaded, what was read in them, and what can still be imported.',
    loaded: 'Loaded sources',
    none: 'No source is loaded.',
    toImport: 'Sources to import',
    toImportHow: 'Download the file from the portal named, then type the command in a terminal. Importing the same file twice changes nothing; a newer edition is added beside.',
    from: 'Portal',
    ask: 'Ask for',
    command: 'Command',
    file: 'path/to/file',
    gives: 'Gives',
    producer: 'Producer',
    licence: 'Licence',
    table: {
      caption: (source) => `Loaded datasets: ${source}`,
      vintage: 'Edition and file', read: 'Rows read', kept: 'Kept', territory: 'Of the territory', secret: 'Secret cells', rejected: 'Rejected', imported: (day) => `imported on ${day}`,
    },
    how: 'Read: rows of the file. Kept: those that describe a known commune or intercommunality. Of the territory: communes from here that appear in it. Secret cells: values that the producer hides, over all of France. Rejected: faulty rows set aside at the request of the person who imported.',
  },
});
