import type { WorkerRegister } from '@mash/contracts';
import type { Fault } from './fault';
import { IntakeRefusal } from './intake-refusal';
import { nameAndBirthKey } from './same-person-keys';

const SKEW_MS = 5 * 60_000;

/** A row that says whose worker it is: by an id of the index, or by the whole name and the whole birth date. */
const saysWho = (row: WorkerRegister['rows'][number]): boolean =>
  row.personId !== undefined || nameAndBirthKey(row) !== undefined;

/** Refuses a register with a row that could never be found, or from the future: an open case must not be missed in silence. */
export function requireReadableRegister({ asOf, rows }: WorkerRegister, now: Date): void {
  const faults: Fault[] = rows.flatMap((row, index) =>
    saysWho(row)
      ? []
      : [
          {
            field: `rows.${index}`,
            code: 'INTAKE.ROW_SAYS_NOBODY',
            message: 'Give a personId, or both names and the whole birth date',
          },
        ],
  );
  if (Date.parse(asOf) > now.getTime() + SKEW_MS) {
    faults.push({ field: 'asOf', code: 'INTAKE.REGISTER_FUTURE', message: 'The register cannot be newer than now' });
  }
  if (faults.length > 0) {
    throw new IntakeRefusal(
      'invalid',
      'INTAKE.REGISTER_UNREADABLE',
      'The register was not taken: correct it and send all of it again.',
      faults,
    );
  }
}
