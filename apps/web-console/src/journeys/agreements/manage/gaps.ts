import type { Agencies, AgreementView } from '@mash/contracts';

/** Bodies of the register that no agreement reaches today, neither as a party nor by their type: with them nothing is agreed. */
export function bodiesWithoutAgreement(
  agreements: readonly AgreementView[],
  agencies: Agencies['agencies'],
): readonly string[] {
  const counting = agreements.filter(({ standing }) => standing === 'in_force' || standing === 'past_review');
  const sides = counting.flatMap(({ lines }) =>
    lines.filter(({ effect }) => effect === 'allow').flatMap(({ from, to }) => [from, to]),
  );
  const ids = new Set([
    ...counting.flatMap(({ parties }) => parties.map(({ agencyId }) => agencyId)),
    ...sides.flatMap(({ organisations }) => organisations),
  ]);
  const kinds = new Set<string>(sides.flatMap((side) => side.kinds));
  return agencies.filter(({ agencyId, kind }) => !ids.has(agencyId) && !kinds.has(kind)).map(({ name }) => name);
}
