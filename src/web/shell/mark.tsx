/** Ancrage's own sign: a roof held by an anchor. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 40 40" width="40" height="40" aria-hidden="true" focusable="false">
      <path className="mark-roof" d="M20 3.5 33 14.5H7Z" />
      <path className="mark-anchor" d="M20 14.5V35M12.5 21.5H27.5M5.5 24.5C6.5 31 12 35 20 35s13.5-4 14.5-10.5M5.5 24.5 3 28.5M5.5 24.5l4.3 2.2M34.5 24.5l2.5 4M34.5 24.5l-4.3 2.2" />
    </svg>
  );
}
