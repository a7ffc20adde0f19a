import type { TextPart } from './linked.text.ts';

/** A text whose addresses are links. */
export const Linked = ({ parts }: { parts: readonly TextPart[] }) => parts.map(({ text, href }) => (href === undefined ? text : <a key={href} href={href} rel="external">{text}</a>));
