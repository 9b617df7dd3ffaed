import type { Category, ThresholdLevel } from '@mash/contracts';
import { answer, answersOf, checkedAnswers, type Finding } from './answering';
import { ask, requestsOf, type Question } from './asking';
import { enquiryOf, rate } from './rating';
import { establishedPartnership } from './established-partnership';
import { eventually } from './eventually';
import type { Family } from './family';
import { once } from './once';
import { LIAISON } from './people';
import { contactOf, send } from './recording';
import { personOf, screen } from './screening';

export interface StoryOf {
  readonly family: Family;
  readonly threshold?: ThresholdLevel;
  readonly urgent?: boolean;
  /** An agency that answers after the decision, where one does. */
  readonly late?: string;
  /** What each agency knows of the child. */
  readonly findings?: Readonly<Record<string, readonly Finding[]>>;
  /** Free text that the hub writes on the way. */
  readonly words?: Readonly<Partial<Record<'contact' | 'reasons' | 'purposeText' | 'coverageNote', string>>>;
}

const FINDINGS: Readonly<Record<string, readonly Finding[]>> = {
  'riverside-police': [{ category: 'police-incidents', text: 'Found alone in the park after dark in June.' }],
  'riverside-health-trust': [{ category: 'health-attendance', text: 'Three appointments were missed this year.' }],
  'riverside-education': [{ category: 'education-attendance', text: 'Attendance fell to sixty per cent this term.' }],
  'riverside-social-care': [],
};
const CATEGORY: Readonly<Record<string, Category>> = {
  'riverside-police': 'police-incidents',
  'riverside-health-trust': 'health-attendance',
  'riverside-education': 'education-attendance',
  'riverside-social-care': 'social-care-history',
};

/**
 * One enquiry on its way. Each step takes those before it first, and is taken once: every test asks for the stage that it needs, and
 * runs alone as well as among the others.
 */
export class Story {
  constructor(private readonly of: StoryOf) {}

  get family(): Family {
    return this.of.family;
  }

  /** The teacher sends the form; the enquiry opens and its key is bound. */
  readonly opened = once(async () => {
    await establishedPartnership();
    const { family, urgent = false, words } = this.of;
    const content = { keepFromFamily: words?.contact ?? 'Nothing' };
    const receipt = await send('teacher', await contactOf(family, 'teacher', { urgent, content }));
    await eventually(() => enquiryOf(receipt.enquiryId));
    return receipt;
  });

  readonly screened = once(async () => {
    const { enquiryId } = await this.opened();
    return screen(enquiryId);
  });

  readonly rated = once(async () => {
    const { enquiryId } = await this.screened();
    const { threshold = 'early_help', words } = this.of;
    const reasons = words?.reasons;
    return rate(enquiryId, { colour: 'amber', threshold, ...(reasons !== undefined && { reasons }) });
  });

  /** Police, health, education and social care are asked about the child, police about the mother, the charity about the child. */
  readonly asked = once(async () => {
    await this.rated();
    const roster = await this.screened();
    const { child, mother } = this.family;
    const about = (agencyId: string, category: Category, who = child): Question => ({
      ...{ agencyId, category, personId: personOf(roster, who) },
    });
    const questions = Object.entries(CATEGORY).map(([agencyId, category]) => about(agencyId, category));
    questions.push(about('riverside-police', 'police-incidents', mother));
    questions.push(about('riverside-family-charity', 'early-help-history'));
    return ask(roster.enquiryId, roster, questions, this.of.words?.purposeText);
  });

  /** Every agency answers about the child but those that are late. */
  readonly answered = once(async () => {
    await this.asked();
    const inTime = Object.keys(LIAISON).filter((agencyId) => agencyId !== this.of.late);
    for (const agencyId of inTime) await this.answerOf(agencyId);
    return answersOf((await this.opened()).enquiryId);
  });

  /** `sharing` has opened each answer, and accepted or rejected it. */
  readonly checked = once(async () => {
    await this.answered();
    return checkedAnswers((await this.opened()).enquiryId);
  });

  /** The id of the child in the people index. */
  async childId(): Promise<string> {
    return personOf(await this.screened(), this.family.child);
  }

  private async answerOf(agencyId: string): Promise<string> {
    const { enquiryId } = await this.opened();
    const request = (await requestsOf(enquiryId)).find((one) => one.agencyId === agencyId);
    const liaison = LIAISON[agencyId];
    if (request === undefined || liaison === undefined) throw new Error(`Nobody asked ${agencyId}`);
    const findings = (this.of.findings ?? FINDINGS)[agencyId] ?? [];
    return answer(liaison, request.requestId, await this.childId(), findings, this.of.words?.coverageNote);
  }
}
