import type { AgreementView } from '@mash/contracts';
import { namesOf } from './body-names';
import { listed } from './listed';

type Version = Pick<AgreementView, 'state' | 'approvals' | 'findings' | 'bodies'>;

/** What a version on its way waits for, one sentence each: whom, by name and post, or what is wrong with it. */
export function waitingWords({ state, approvals, findings, bodies }: Version): string[] {
  if (findings.length > 0) {
    const count = findings.length === 1 ? '1 thing is' : `${findings.length} things are`;
    return [`${count} wrong with it: it cannot go on before that is mended.`];
  }
  if (state === 'draft') return ['Waits for the partnership administrator to send it out.'];
  if (state === 'approved') return ['Waits for the partnership administrator to put it in force.'];
  if (state !== 'proposed') return [];
  const names = namesOf(bodies);
  return approvals
    .filter(({ approvedAt }) => approvedAt === undefined)
    .map(({ agencyId, waitsFor }) => {
      const body = names.get(agencyId) ?? agencyId;
      if (waitsFor.length === 0) return `${body}: nobody is registered who may approve for it.`;
      return `Waits for ${body}: ${listed(
        waitsFor.map(({ name, jobTitle }) => `${name}, ${jobTitle}`),
        'or',
      )}.`;
    });
}

/** That a version which counts rests on a ground that a party of it cannot have any more: one sentence, or none. */
export const outOfDateWords = ({ outOfDate = [] }: Pick<AgreementView, 'outOfDate'>): string[] =>
  outOfDate.length === 0 ? [] : ['A legal ground of it is out of date: draw it again.'];
