import type { Category, ContactReceipt, ThresholdLevel } from '@mash/contracts';
import { answer, answersOf, checkedAnswers, type Finding } from './answering';
import { ask, requestsOf, type Question } from './asking';
import { establishedPartnership } from './established-partnership';
import { eventually } from './eventually';
import type { Family } from './family';
import { once } from './once';
import { LIAISON } from './people';
import { enquiryOf, rate } from './rating';
import { contactOf, send } from './recording';
import { answerReview, reviewOfAsking } from './reviewing';
import { personOf, screen } from './screening';
import { overflowKey } from './sealing';

/** Free text that people write on the way. */
export type Words = Partial<
  Record<
    'keepFromFamily' | 'reasons' | 'purposeText' | 'review' | 'coverageNote' | 'rationale' | 'handover' | 'letter',
    string
  >
>;

export interface StoryOf {
  readonly family: Family;
  readonly threshold?: ThresholdLevel;
  readonly urgent?: boolean;
  /** An agency that answers after the decision, where one does. */
  readonly late?: string;
  /** What each agency knows of the child. */
  readonly findings?: Readonly<Record<string, readonly Finding[]>>;
  readonly words?: Readonly<Words>;
  /** Who takes the case in the receiving team. */
  readonly worker?: string;
  /** The form found no leased key, and sealed the concern, and what the mother was told of consent, to the overflow key. */
  readonly sealedToOverflow?: boolean;
  /** Header fields of the contact's own call, such as a trace. */
  readonly headers?: Readonly<Record<string, string>>;
}

export const FINDINGS: Readonly<Record<string, readonly Finding[]>> = {
  'riverside-police': [{ category: 'police-incidents', text: 'Found alone in the park after dark in June.' }],
  'riverside-health-trust': [{ category: 'health-attendance', text: 'Three appointments were missed this year.' }],
  'riverside-education': [{ category: 'education-attendance', text: 'Attendance fell to sixty per cent this term.' }],
};
const ASKED: Readonly<Record<string, Category>> = {
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
  constructor(protected readonly of: StoryOf) {}

  get family(): Family {
    return this.of.family;
  }

  /** The teacher sends the form; the enquiry opens. */
  readonly opened = once(async (): Promise<ContactReceipt> => {
    await establishedPartnership();
    const { family, urgent = false, words, headers, sealedToOverflow } = this.of;
    const content = { keepFromFamily: words?.keepFromFamily ?? 'Nothing' };
    const overflow = sealedToOverflow && { publicKey: await overflowKey(), told: 'That the agencies would be asked.' };
    const its = { urgent, content, ...overflow };
    const receipt = await send('teacher', await contactOf(family, 'teacher', its), headers);
    await eventually(() => enquiryOf(receipt.enquiryId));
    return receipt;
  });

  readonly screened = once(async () => screen(await this.enquiryId()));

  readonly rated = once(async () => {
    const { enquiryId } = await this.screened();
    const reasons = this.of.words?.reasons;
    const threshold = this.of.threshold ?? 'early_help';
    return rate(enquiryId, { colour: 'amber', threshold, ...(reasons !== undefined && { reasons }) });
  });

  /** Police, health, education and social care are asked about the child, police about the mother, the charity about the child. */
  readonly asked = once(async () => {
    await this.rated();
    const roster = await this.screened();
    const about = (agencyId: string, category: Category, who = this.family.child): Question => ({
      ...{ agencyId, category, personId: personOf(roster, who) },
    });
    const questions = Object.entries(ASKED).map(([agencyId, category]) => about(agencyId, category));
    questions.push(about('riverside-police', 'police-incidents', this.family.mother));
    questions.push(about('riverside-family-charity', 'early-help-history'));
    return ask(roster.enquiryId, roster, questions, this.of.words?.purposeText);
  });

  /** The manager, who did not ask, releases the question that the mother refused. */
  readonly reviewed = once(async () => {
    await this.asked();
    const enquiryId = await this.enquiryId();
    const review = await reviewOfAsking('manager', enquiryId);
    const reason = this.of.words?.review;
    const { status } = await answerReview('manager', review, reason === undefined ? {} : { reason });
    await eventually(async () => {
      const states = (await requestsOf(enquiryId)).flatMap(({ lines }) => lines.map(({ state }) => state));
      if (status !== 204 || states.includes('review')) throw new Error(`not released: ${String(status)}`);
    });
    return review;
  });

  /** Every agency answers that is not late. */
  readonly answered = once(async () => {
    await this.reviewed();
    const inTime = Object.keys(LIAISON).filter((agencyId) => agencyId !== this.of.late);
    for (const agencyId of inTime) await this.answerOf(agencyId);
    return answersOf(await this.enquiryId());
  });

  /** `sharing` has opened each answer, and accepted or rejected it. */
  readonly checked = once(async () => {
    await this.answered();
    return checkedAnswers(await this.enquiryId());
  });

  async enquiryId(): Promise<string> {
    return (await this.opened()).enquiryId;
  }

  /** The id of the child in the people index. */
  async childId(): Promise<string> {
    return personOf(await this.screened(), this.family.child);
  }

  async requestTo(agencyId: string) {
    const request = (await requestsOf(await this.enquiryId())).find((one) => one.agencyId === agencyId);
    if (request === undefined) throw new Error(`Nobody asked ${agencyId}`);
    return request;
  }

  protected async answerOf(agencyId: string): Promise<string> {
    const { requestId } = await this.requestTo(agencyId);
    const known = { [await this.childId()]: (this.of.findings ?? FINDINGS)[agencyId] ?? [] };
    const note = this.of.words?.coverageNote;
    const liaison = LIAISON[agencyId];
    if (liaison === undefined) throw new Error(`Nobody answers for ${agencyId}`);
    return answer(liaison, { requestId, known, ...(note !== undefined && { note }) });
  }
}
