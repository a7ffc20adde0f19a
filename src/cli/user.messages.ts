/** What `ancrage user add` answers. */
export const userMessages = {
  invited: (email: string, link: string) => `Invitation créée pour ${email}. Ce lien, valable sept jours, ne s’affiche qu’une fois :\n${link}`,
  'organisation.unknown': (name: string) => `Aucun organisme ne s’appelle « ${name} ». Vérifiez son nom, ou ajoutez --kind pour le créer.`,
  'organisation.closed': () => 'Cet organisme est fermé : rouvrez-le d’abord.',
  'organisation.several': (name: string) => `Plusieurs organismes s’appellent « ${name} » : précisez leur nature avec --kind.`,
  'organisation.known': (name: string) => `Un organisme de cette nature a déjà ce SIREN, sous un autre nom que « ${name} ».`,
  'invitation.role': (role: string) => `Un organisme de cette nature n’a pas la fonction ${role}.`,
  'invitation.alreadyMember': () => 'Cette personne a déjà cette fonction dans cet organisme.',
  'input.invalid': (fields: string) => `Ces renseignements manquent ou ne conviennent pas : ${fields}.`,
  forbidden: () => 'Cette opération n’est pas permise.',
};
