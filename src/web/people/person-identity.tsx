import type { PersonFile } from '../../parties/index.ts';
import { formatCount } from '../../platform/i18n/format.ts';
import type { Problem } from '../form.ts';
import { pathIn, useLanguage } from '../language.ts';
import { partiesWords } from '../messages/parties.ts';
import { frenchDay } from './moment.ts';

interface PersonIdentityProps {
  file: PersonFile;
  commune: string | null;
  mayChange: boolean;
  mayFollow: boolean;
  problems: readonly Problem[] | undefined;
}

/** Who the person is, with whom she lives, whether she has a space of her own. */
export function PersonIdentity({ file, commune, mayChange, mayFollow, problems }: PersonIdentityProps) {
  const { person, household, members } = file;
  const custodian = file.organisations.get(person.custodianId);
  const words = partiesWords.person;
  const language = useLanguage();
  const here = pathIn(language, `/espace/personnes/${person.id}`);
  const facts: [string, string | null][] = [
    [words.birthDate, person.birthDate && frenchDay(person.birthDate)], [words.email, person.email], [words.phone, person.phone], [words.commune, commune], [words.language, words.languages[person.language] ?? person.language],
    ...(custodian ? [[words.custodian, custodian] satisfies [string, string]] : []), [words.since, frenchDay(person.createdAt)], [words.lastContact, frenchDay(person.lastContactOn)],
    [words.household, household ? words.householdOf(formatCount(household.adults, words.adult, 'fr'), formatCount(household.children, words.child, 'fr')) : words.noHousehold],
  ];
  return (
    <section aria-labelledby="identite">
      <h2 id="identite">{words.identity}</h2>
      {person.closedOn && <p><strong>{words.closed(frenchDay(person.closedOn))}</strong></p>}
      <dl className="facts">{facts.map(([label, value]) => <Fact key={label} label={label} value={value} />)}</dl>
      {mayChange && <p className="actions"><a className="button button-quiet" href={`${here}/modifier`}>{words.editLink}</a></p>}
      {members.length > 0 && (
        <>
          <h3>{words.members}</h3>
          <ul className="link-list">{members.map((member) => <li key={member.id}><a href={pathIn(language, `/espace/personnes/${member.id}`)}>{member.givenName} {member.familyName}</a></li>)}</ul>
        </>
      )}
      {mayFollow && household && !person.closedOn && <p><a href={pathIn(language, `/espace/personnes/nouvelle?foyer=${household.id}`)}>{words.addMember}</a></p>}
      {mayFollow && <OwnSpace file={file} problems={problems} />}
    </section>
  );
}

const Fact = ({ label, value }: { label: string; value: string | null }) => <><dt>{label}</dt><dd>{value ?? partiesWords.none}</dd></>;

function OwnSpace({ file: { person, invitation }, problems }: Pick<PersonIdentityProps, 'file' | 'problems'>) {
  const words = partiesWords.person.space;
  const problem = problems?.find(({ field }) => field === 'espace');
  const until = invitation && frenchDay(invitation.expiresAt);
  const said = { pending: words.pending, expired: words.expired, revoked: () => words.revoked, accepted: () => words.accepted };
  return (
    <>
      <h3 id="espace">{words.title}</h3>
      {problem && <p className="field-problem">{problem.text}</p>}
      <p>{invitation && until ? said[invitation.state](until) : words.none}</p>
      {!person.email && !person.closedOn && <p className="note">{words.noEmail}</p>}
      {person.email && !person.closedOn && invitation?.state !== 'accepted' && (
        <form method="post"><button type="submit" name="geste" value="inviter" className="button-quiet">{invitation ? words.again : words.invite}</button></form>
      )}
    </>
  );
}
