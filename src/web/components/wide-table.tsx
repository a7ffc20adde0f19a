import type { ReactNode } from 'react';

/** A table wider than a phone scrolls inside its own named region, which the keyboard can reach. */
export function WideTable({ label, children }: { label: string; children: ReactNode }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by the keyboard (WCAG 2.1.1)
    <section className="scroll-x" aria-label={label} tabIndex={0}>{children}</section>
  );
}
