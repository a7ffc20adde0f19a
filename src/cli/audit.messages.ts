import type { Finding, FindingKind } from '../platform/audit/seal.rules.ts';
import type { Verification } from '../platform/audit/verify.service.ts';

const place = ({ segment, entryId }: Finding): string =>
  [...(segment === null ? [] : [`bloc ${segment}`]), ...(entryId === null ? [] : [`trace n° ${entryId}`])].join(', ');

const sentences: Record<FindingKind, (where: string) => string> = {
  edited: (where) => `modifiée : ${where}`,
  removed: (where) => `supprimée : ${where}`,
  reordered: (where) => `déplacée : ${where}`,
  added: (where) => `ajoutée après coup : ${where}`,
  broken: (where) => `bloc réécrit : ${where}`,
  missing: (where) => `bloc absent : ${where}`,
  unlinked: (where) => `bloc qui ne suit pas le précédent : ${where}`,
  expiredEarly: (where) => `bloc effacé avant six mois : ${where}`,
};

export const isSound = ({ findings, knowsNoted }: Verification): boolean => findings.length === 0 && knowsNoted !== false;

/** The lines that tell a territory's verification. */
export function verificationLines(verification: Verification): string[] {
  const { territory, segments, expired, entries, head, findings, knowsNoted } = verification;
  const count = new Intl.NumberFormat('fr-FR');
  return [
    `${isSound(verification) ? '✓' : '✗'} ${territory} : ${count.format(entries)} traces, ${count.format(segments)} blocs scellés, dont ${count.format(expired)} arrivés à terme et effacés`,
    ...(head ? [`  Empreinte du bloc ${head.number} : ${head.hash}`] : []),
    ...(knowsNoted === false ? ['  ✗ l’empreinte notée n’est plus dans la chaîne : des blocs ont été réécrits ou retirés depuis'] : []),
    ...findings.map((finding) => `  ✗ ${sentences[finding.kind](place(finding))}`),
  ];
}
