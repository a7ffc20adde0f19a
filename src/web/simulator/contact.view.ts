import type { App } from '../../composition.ts';
import type { TerritoryContact } from '../../territory/index.ts';
import type { TextPart } from './linked.text.ts';

/** The ways to reach a service, each with the name of its kind. */
export interface ContactView {
  /** In French, as its territory writes it. */
  service: string;
  ways: readonly { kind: 'phone' | 'email' | 'page'; part: TextPart }[];
  /** Nobody answers: it is there to show the software. */
  invented: boolean;
}

/** Whom the territory gives to talk to, if anybody; an invented service is for demonstrations alone. */
export const contactOf = ({ territory: { contact }, demo }: { territory: { contact?: TerritoryContact | undefined } } & Pick<App, 'demo'>): ContactView | undefined =>
  contact && (demo || !contact.demonstration) ? contactView(contact) : undefined;

function contactView({ service, phone, email, page, demonstration }: TerritoryContact): ContactView {
  const ways: ContactView['ways'] = [
    // A number stays on one line.
    ...(phone === undefined ? [] : [{ kind: 'phone', part: { text: phone.replaceAll(' ', '\u00a0'), href: `tel:${phone.replaceAll(' ', '')}` } } as const]),
    ...(email === undefined ? [] : [{ kind: 'email', part: { text: email, href: `mailto:${email}` } } as const]),
    ...(page === undefined ? [] : [{ kind: 'page', part: { text: page.replace(/^https:\/\/(?:www\.)?|\/$/g, ''), href: page } } as const]),
  ];
  return { service, ways, invented: demonstration };
}
