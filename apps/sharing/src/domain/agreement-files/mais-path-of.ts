import type { AgreementContent } from '@mash/contracts';
import type { MaisRoot } from './mais-object';

type Path = readonly string[];

const NAMES: Readonly<Record<string, Path>> = {
  ...{ agreementId: ['Identifier'], version: ['Version'], slug: ['ShortName'], title: ['Name'], tier: ['Tier'] },
  ...{ owner: ['Contact'], inForceFrom: ['StartDate'], inForceTo: ['EndDate'], reviewDue: ['ReviewDate'] },
  ...{ parties: ['Party'], lines: ['Data'], bases: ['LegalCompliance', 'LawfulBasis'] },
  dpia: ['LegalCompliance', 'ImpactAssessment'],
};
const IN_PARTY: Readonly<Record<string, Path>> = { agencyId: ['Identifier'], role: ['Role'] };
const IN_BASIS: Readonly<Record<string, Path>> = { agencyId: ['Party'], categories: ['Category'], basis: ['Basis'] };

const inLine = (use: string): Readonly<Record<string, Path>> => ({
  ...{ lineId: ['Identifier'], rank: ['Rank'], effect: [use], from: ['From'], to: ['To'] },
  ...{ purposes: ['Purpose'], categories: ['Category'], modes: [use, 'Mode'] },
});

/** Where a field of a version (`lines.2.effect`) stands in a MAIS file of it. */
export function maisPathOf(field: string, { lines }: AgreementContent, root: MaisRoot): Path {
  const [part = '', at, inside, ...rest] = field.split('.');
  const use = lines[Number(at)]?.effect === 'deny' ? 'Restrictions' : 'PermittedUse';
  const names = part === 'lines' ? inLine(use) : part === 'bases' ? IN_BASIS : IN_PARTY;
  return [
    root,
    ...(NAMES[part] ?? [part]),
    ...(at === undefined ? [] : [at]),
    ...(inside === undefined ? [] : (names[inside] ?? [inside])),
    ...rest,
  ];
}
