import type { BasisCode } from './basis';

/** One entry of the legal frame. Days are London days; an entry holds from the start of its first day. */
export interface LegalFrameEntry {
  readonly code: BasisCode;
  /** The article, schedule, statute or common-law ground, as a decision cites it. */
  readonly text: string;
  readonly source: string;
  /** First day in force; none: in force before any record of ours. */
  readonly from?: string;
  /** Last day in force; no entry has one yet. */
  readonly until?: string;
  readonly needs: string;
  readonly neverWhen: string;
  /** What else the rule book says of it. */
  readonly note?: string;
  /** Who checked it and when; a pack for production must name them. */
  readonly lawyerChecked: false | { readonly by: string; readonly on: string };
}

export interface LegalFrame {
  /** Changes whenever an entry does. */
  readonly version: string;
  readonly entries: readonly LegalFrameEntry[];
  /** The day on which the rule book's "from" column starts. */
  readonly dutyFrom: string;
}

const SOURCE = 'Law of England as the rule book states it in November 2026, section 4';

/** Law of England as the rule book states it in November 2026. Not legal advice. */
export const LEGAL_FRAME: LegalFrame = {
  version: '2026-11',
  dutyFrom: '2026-09-30',
  entries: [
    {
      code: 'DUTY',
      text: 'Children Act 2004 s16LA with UK GDPR article 6(1)(c)',
      source: SOURCE,
      from: '2026-09-30',
      needs: "Relevant, and may help the recipient's functions; requests too (s16LA(5))",
      neverWhen: 'Earlier; one body not bound; detriment; an unborn child alone; outside England',
      lawyerChecked: false,
    },
    {
      code: 'TASK',
      text: "UK GDPR article 6(1)(e), a public body's own task",
      source: SOURCE,
      needs: 'The threshold of that task',
      neverWhen: 'Voluntary and private bodies; Children Act 2004 s10, s11 and s16H as gateways',
      lawyerChecked: false,
    },
    {
      code: 'ASSIST',
      text: 'Children Act 1989 s47(9)-(11), s27, with UK GDPR article 6(1)(c)',
      source: SOURCE,
      needs: 'The council calls for it, of a listed body',
      neverWhen: 'Police, schools, charities; where it would be unreasonable',
      lawyerChecked: false,
    },
    {
      code: 'RLI',
      text: 'UK GDPR article 6(1)(ea) and Annex 1, recognised legitimate interests',
      source: SOURCE,
      from: '2026-02-05',
      needs: 'The request states the task, or a vulnerable person',
      neverWhen: 'A public authority at its task; a bound body',
      note: 'Earlier article 6(1)(f), legitimate interests weighed in writing. No decision is put to a day before this platform, so that none cites it: before its first day nothing stands in its place, and a human decides.',
      lawyerChecked: false,
    },
    {
      code: 'VITAL',
      text: 'UK GDPR article 6(1)(d), vital interests',
      source: SOURCE,
      needs: 'Life or limb',
      neverWhen: 'Alone, save in immediate protection',
      lawyerChecked: false,
    },
    {
      code: 'SPEC',
      text: 'UK GDPR article 9(2)(g) (article 10 likewise) with DPA 2018 Schedule 1',
      source: SOURCE,
      needs: 'An appropriate policy document (paragraphs 6 and 18)',
      neverWhen: 'Paragraph 18 without its reason',
      lawyerChecked: false,
    },
    {
      code: 'PUBLIC',
      text: 'Common law of confidence: overriding public interest',
      source: SOURCE,
      needs: 'The balance in writing',
      neverWhen: 'As a UK GDPR basis',
      lawyerChecked: false,
    },
    {
      code: 'ENC',
      text: 'Domestic Abuse Act 2021 s49A',
      source: SOURCE,
      from: '2025-11-07',
      needs: 'The listed fields only',
      neverWhen: 'Childcare',
      lawyerChecked: false,
    },
    {
      code: 'ADULT',
      text: 'Care Act 2014 ss42, 45',
      source: SOURCE,
      needs: 'An adult with care needs; a council',
      neverWhen: "A child's case",
      lawyerChecked: false,
    },
    {
      code: 'LE',
      text: 'DPA 2018 Part 3, law enforcement',
      source: SOURCE,
      needs: 'Police law enforcement',
      neverWhen: 'Safeguarding answers',
      lawyerChecked: false,
    },
  ],
};
