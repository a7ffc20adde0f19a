interface RangeBarProps {
  low: number | null;
  central: number | null;
  high: number | null;
  /** What the whole length stands for. */
  whole: number;
}

/** An interval drawn on its whole: full to what is sure, hatched by tone to what is possible, a line at the centre where there is one. The numbers stand beside. */
export function RangeBar({ low, central, high, whole }: RangeBarProps) {
  const at = (value: number): number => (whole > 0 ? Math.min(100, Math.max(0, (value / whole) * 100)) : 0);
  const [from, to] = [at(low ?? central ?? 0), at(high ?? central ?? 0)];
  return (
    <svg className="range-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect className="range-whole" width="100" height="10" />
      <rect className="range-possible" x={from} width={Math.max(0, to - from)} height="10" />
      {low !== null && <rect className="range-sure" width={from} height="10" />}
      {central !== null && <rect className="range-centre" x={Math.max(0, at(central) - 0.4)} width="0.8" height="10" />}
    </svg>
  );
}
