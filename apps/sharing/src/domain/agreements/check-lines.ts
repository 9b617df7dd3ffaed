import type { AgreementContent, AgreementContentLine, AgreementFinding } from '@mash/contracts';
import type { RegisterOfBodies } from './register-of-bodies';

/** Lines of another agreement that count beside this one. */
export interface OtherAgreement {
  readonly title: string;
  readonly lines: readonly AgreementContentLine[];
}

const shares = (one: readonly string[], other: readonly string[]): boolean => one.some((code) => other.includes(code));

/** Of the same rank, for the same matter, and one allows what the other denies: nobody could say which of them was agreed. */
function clash(one: AgreementContentLine, other: AgreementContentLine, register: RegisterOfBodies): boolean {
  return (
    one.rank === other.rank &&
    one.effect !== other.effect &&
    shares(one.purposes, other.purposes) &&
    shares(one.categories, other.categories) &&
    shares(one.modes, other.modes) &&
    register.overlap(one.from, other.from) &&
    register.overlap(one.to, other.to)
  );
}

const clashing = (at: number, lineId: string, other: string): AgreementFinding => ({
  field: `lines.${at}.effect`,
  code: 'LINES_CLASH',
  message: `Line ${lineId} contradicts ${other}: one allows what the other denies, and both have the same rank`,
});

/** R-REG-01: same-rank lines that clash are not published, within one agreement or across those in force. Every line has its own id. */
export function checkLines(
  { lines }: AgreementContent,
  register: RegisterOfBodies,
  others: readonly OtherAgreement[],
): AgreementFinding[] {
  return lines.flatMap((line, at) => {
    const earlier = lines.slice(0, at);
    const twice = earlier.some(({ lineId }) => lineId === line.lineId);
    return [
      ...(twice
        ? [{ field: `lines.${at}.lineId`, code: 'LINE_TWICE', message: `There is a line ${line.lineId} already` }]
        : []),
      ...earlier
        .filter((other) => clash(line, other, register))
        .map((other) => clashing(at, line.lineId, `line ${other.lineId}`)),
      ...others
        .filter((other) => other.lines.some((one) => clash(line, one, register)))
        .map(({ title }) => clashing(at, line.lineId, `the agreement "${title}"`)),
    ];
  });
}
