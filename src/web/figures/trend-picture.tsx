import { Picture } from '../components/picture.tsx';
import { useWords } from '../language.ts';
import { observatoryMessages } from '../messages/observatory.ts';
import type { TrendDrawing } from './pictures.ts';

/** A series over time; below it, from when its figures are no longer comparable: where its line stops. */
export function TrendPicture({ chart }: { chart: TrendDrawing }) {
  const words = useWords(observatoryMessages).trend;
  return (
    <div>
      <Picture svg={chart} />
      {chart.breaks.length > 0 && (
        <div className="trend-breaks note">
          <p>{words.breaks}</p>
          <ul>{chart.breaks.map((text) => <li key={text}>{text}</li>)}</ul>
        </div>
      )}
    </div>
  );
}
