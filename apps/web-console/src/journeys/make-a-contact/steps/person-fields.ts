import type { DraftPerson } from '../draft/contact-draft';

/** A field that must be filled or said not to be known: a blank would say nothing. */
export interface CoreField {
  readonly name: keyof DraftPerson;
  readonly ask: string;
}

const core = (name: CoreField['name'], what: string): CoreField => ({
  name,
  ask: `Enter ${what}, or say that you do not know`,
});

const NAMES = [core('forenames', 'their first names'), core('surname', 'their surname')];
const ABOUT = [core('sex', 'their sex'), core('ethnicity', 'their ethnicity'), core('disability', 'any disability')];
const SPEECH = [core('language', 'the language they speak'), core('interpreter', 'whether an interpreter is needed')];
const PLACES = [core('address', 'where they live'), core('school', 'their school or nursery'), core('gp', 'their GP')];

export const CORE_FIELDS: Readonly<Record<DraftPerson['kind'], readonly CoreField[]>> = {
  child: [...NAMES, core('birthDate', 'their date of birth'), ...ABOUT, ...SPEECH, ...PLACES],
  unborn: [core('expectedDate', 'when the baby is expected')],
  adult: [
    ...NAMES,
    core('birthDate', 'their date of birth'),
    core('relationship', 'who they are to the child'),
    ...SPEECH,
    core('address', 'where they live'),
  ],
};
