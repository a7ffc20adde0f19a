import type { PackMap, PackPictures } from '../../steering/index.ts';
import { pathIn, useLanguage, useWords } from '../language.ts';
import { committeeMessages } from '../messages/committee.ts';
import { Picture } from './picture.tsx';

/** The committee's map, with its values behind it. */
export function PackMapSection({ map, picture }: { map: PackMap; picture: NonNullable<PackPictures['map']> }) {
  const words = useWords(committeeMessages);
  const language = useLanguage();
  const observatory = `/observatoire?${new URLSearchParams({ indicateur: map.indicator, periode: map.period })}`;
  return (
    <section aria-labelledby="carte" className="pack-map unbroken">
      <h2 id="carte" lang="fr">{map.title}</h2>
      <Picture svg={picture} />
      <p className="note" lang="fr">{map.source}{picture.note && `. ${picture.note}`}</p>
      <details>
        <summary>{words.mapTable}</summary>
        <p className="note" lang="fr">{map.description}</p>
        <table lang="fr">
          <thead lang={language}><tr><th scope="col">{words.commune}</th><th scope="col" className="number">{words.value}</th></tr></thead>
          <tbody>{map.values.map((one) => <tr key={one.code}><th scope="row">{one.name}</th><td className="number figures">{one.text}</td></tr>)}</tbody>
        </table>
      </details>
      <p className="screen-only"><a href={pathIn(language, observatory)}>{words.inObservatory}</a></p>
    </section>
  );
}
