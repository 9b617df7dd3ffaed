import { LEGAL_FRAME } from '../../law/legal-frame';
import type { LegalFrameEntry } from '../../law/legal-frame';
import { NEEDED_FACTS } from '../../rules/needed-facts';
import { conditionMutants } from './condition-mutants.scenarios';
import type { Mutant } from './mutant.scenarios';

const ONE_DAY = 86_400_000;
const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * ONE_DAY).toISOString().slice(0, 10);

const withEntries = (name: string, entries: readonly LegalFrameEntry[]): Mutant => ({
  name,
  sources: { frame: { ...LEGAL_FRAME, entries } },
});
const withEntry = (name: string, changed: LegalFrameEntry): Mutant =>
  withEntries(
    name,
    LEGAL_FRAME.entries.map((entry) => (entry.code === changed.code ? changed : entry)),
  );

/** Law enforcement never carries a safeguarding answer (rule book section 4), so no decision can miss it. */
const NEVER_CITED = 'LE';

const startingOff = (entry: LegalFrameEntry): Mutant[] => {
  const { from } = entry;
  if (from === undefined) return [];
  return [-1, 1].map((days) =>
    withEntry(`${entry.code} starts ${days} day off`, { ...entry, from: dayAfter(from, days) }),
  );
};

/** Each entry of the legal frame repealed, and starting a day early or late. */
const frameMutants = (): Mutant[] =>
  LEGAL_FRAME.entries
    .filter(({ code }) => code !== NEVER_CITED)
    .flatMap((entry) => [
      withEntries(
        `${entry.code} is not law`,
        LEGAL_FRAME.entries.filter((one) => one !== entry),
      ),
      ...startingOff(entry),
    ]);

const dutyMutants = (): Mutant[] =>
  [-1, 1].map((days) => ({
    name: `the "from" column starts ${days} day off`,
    sources: { frame: { ...LEGAL_FRAME, dutyFrom: dayAfter(LEGAL_FRAME.dutyFrom, days) } },
  }));

/** Each needed fact (R-GATE-02) no longer needed, or needed where it is not. */
const needMutants = (): Mutant[] =>
  NEEDED_FACTS.flatMap((need) => {
    const put = (one: typeof need) => NEEDED_FACTS.map((other) => (other === need ? one : other));
    const { unlessSilenced, ...evenIfSilenced } = need;
    return [
      { name: `${need.fact} is not needed`, sources: { needs: NEEDED_FACTS.filter((one) => one !== need) } },
      ...conditionMutants(need.when)
        .filter(([, when]) => JSON.stringify(when) !== JSON.stringify(need.when))
        .map(([what, when]) => ({
          name: `${need.fact} is needed: ${what}`,
          sources: { needs: put({ ...need, when }) },
        })),
      ...(unlessSilenced
        ? [{ name: `${need.fact} is needed though silenced`, sources: { needs: put(evenIfSilenced) } }]
        : []),
    ];
  });

export const lawMutants = (): Mutant[] => [...frameMutants(), ...dutyMutants(), ...needMutants()];
