import { useWords } from '../language.ts';
import { conventionMessages } from '../messages/convention.ts';
import { Page } from '../shell/page.tsx';

/** A convention's file that cannot be read: what to correct, line by line. */
export function Broken({ title, problems }: { title: string; problems: readonly string[] }) {
  const words = useWords(conventionMessages);
  return (
    <Page title={title} crumbs={[]} heading={words.broken.title} kind="text">
      <div className="teach">
        <p>{words.broken.text}</p>
        <ul lang="fr">{problems.map((problem) => <li key={problem}>{problem}</li>)}</ul>
      </div>
    </Page>
  );
}
