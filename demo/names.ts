import type { Random } from './random.ts';

/** Family names made of syllables, so that they point at nobody. */
const starts = [
  'Abel', 'Arvin', 'Balt', 'Barv', 'Berl', 'Brav', 'Calv', 'Carr', 'Chav', 'Corm', 'Dalm', 'Delv', 'Dorv', 'Erm', 'Falv', 'Ferl', 'Gald', 'Garv', 'Hart', 'Jarn', 'Kerm', 'Lav', 'Lorv', 'Marv', 'Melv', 'Morv',
  'Nerv', 'Olv', 'Parv', 'Perl', 'Quenn', 'Rav', 'Salv', 'Serv', 'Tarv', 'Torm', 'Valm', 'Verl', 'Wald', 'Zelm',
];
const ends = ['aigne', 'anceau', 'andel', 'ardin', 'aquin', 'élan', 'erolles', 'essard', 'evoye', 'ibault', 'idoux', 'ignac', 'iolet', 'ivier', 'obert', 'oisel', 'ollin', 'onnet', 'oureau', 'ussac', 'uyer', 'y'];

const givenNames = [
  'Adama', 'Adèle', 'Agathe', 'Ahmed', 'Alban', 'Alice', 'Alix', 'Amandine', 'Amina', 'Anaïs', 'Anton', 'Arthur', 'Aurore', 'Axel', 'Baptiste', 'Bérénice', 'Bilal', 'Camille', 'Capucine', 'Cédric', 'Céline', 'Charlotte',
  'Clara', 'Claude', 'Coralie', 'Damien', 'Dominique', 'Elena', 'Élise', 'Emma', 'Enzo', 'Estelle', 'Étienne', 'Fanny', 'Farid', 'Félix', 'Florian', 'Gabriel', 'Hugo', 'Ibrahim', 'Inès', 'Ivan', 'Jade', 'Jonas', 'Judith',
  'Julie', 'Justine', 'Karim', 'Laëtitia', 'Léa', 'Leïla', 'Léonard', 'Lina', 'Louise', 'Lucas', 'Lucie', 'Malik', 'Manon', 'Marion', 'Martin', 'Mathilde', 'Maxime', 'Mélanie', 'Mohamed', 'Morgane', 'Nadia', 'Nina', 'Noé',
  'Olivier', 'Oscar', 'Pauline', 'Paul', 'Quentin', 'Rachid', 'Raphaël', 'Rémi', 'Romane', 'Sacha', 'Salomé', 'Samira', 'Simon', 'Sofia', 'Solène', 'Tanguy', 'Théo', 'Thomas', 'Valentin', 'Victoire', 'Yanis', 'Yvette', 'Zoé',
];

export interface Name {
  given: string;
  family: string;
}

export const inventedName = (random: Random): Name => ({ given: random.pick(givenNames), family: random.pick(starts) + random.pick(ends) });

/**
 * Addresses under `.example`, a name that the internet never resolves (RFC 2606). Each is drawn once a territory; the
 * territory's code keeps two demonstrations of one database apart.
 */
export function addressBook(territory: string): (name: Name, place: string) => string {
  const taken = new Set<string>();
  return ({ given, family }, place) => {
    const base = `${slug(given)}.${slug(family)}`;
    const domain = `${slug(place)}.t${territory}.example`;
    let address = `${base}@${domain}`;
    for (let again = 2; taken.has(address); again += 1) address = `${base}${again}@${domain}`;
    taken.add(address);
    return address;
  };
}

const slug = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '');

const fourDigits = (random: Random): string => `${String(random.whole(0, 99)).padStart(2, '0')} ${String(random.whole(0, 99)).padStart(2, '0')}`;
/** Numbers that Arcep keeps for works of fiction: they ring at nobody's. */
export const inventedMobile = (random: Random): string => `06 39 98 ${fourDigits(random)}`;
export const inventedLandline = (random: Random): string => `03 53 01 ${fourDigits(random)}`;

const ways = ['rue', 'avenue', 'allée', 'chemin'];
const trees = ['des Aubépines', 'des Charmes', 'des Cormiers', 'des Érables', 'des Merisiers', 'des Noisetiers', 'des Sorbiers', 'des Tilleuls'];
export const inventedAddress = (random: Random): string => `${random.whole(1, 98)} ${random.pick(ways)} ${random.pick(trees)}`;

const trades = [
  'Ateliers', 'Boulangeries', 'Charpentes', 'Chaudronnerie', 'Cliniques', 'Conserveries', 'Entrepôts', 'Fonderies', 'Imprimeries', 'Laboratoires', 'Logistique', 'Maraîchers', 'Menuiseries', 'Messageries', 'Nettoyage',
  'Pépinières', 'Résidences seniors', 'Restaurants', 'Services', 'Transports',
];
const marks = ['Orvaline', 'Tavernel', 'Brumelis', 'Calvador', 'Dormance', 'Estrevel', 'Falbane', 'Galvorne', 'Herbelin', 'Isambre', 'Jasmerie', 'Lorvane', 'Mirabourg', 'Novalée', 'Ombrelle'];

/** Names of firms that do not exist, all different. */
export function inventedFirms(random: Random, count: number): string[] {
  const names = new Set<string>();
  while (names.size < count) names.add(`${random.pick(trades)} ${random.pick(marks)}`);
  return [...names];
}
