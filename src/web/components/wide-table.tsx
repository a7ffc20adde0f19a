import type { ReactNode } from 'react';

/** A table wider than a phone scrolls inside its own region, which the keyboard can reach; named in words, or by its caption's id where that is in another language. */
export function WideTable({ children, ...name }: ({ label: string } | { labelledBy: string }) & { children: ReactNode }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by the keyboard (WCAG 2.1.1)
    <section className="scroll-x" {...('label' in name ? { 'aria-label': name.label } : { 'aria-labelledby': name.labelledBy })} tabIndex={0}>{children}</section>
  );
}
