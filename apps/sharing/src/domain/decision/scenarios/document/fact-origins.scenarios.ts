import type { FactName } from '../../facts/sharing-question';

export interface FactOrigin {
  /** Where the value of a real question comes from. */
  readonly from: string;
  /** When it counts no longer, and what it reads then; beside what a missing fact reads (fact-catalogue.ts). */
  readonly stale?: string;
}

const REGISTER = 'The agency register; a body that is not in it is outside, unbound and revealing';
const ENVELOPE = 'Inside the envelope of the item, where the holder signed it; a document of the hub has none';
const ROSTER = "contact-intake, from the newest roster and the person's record";
const AGREEMENTS = 'Matched against the agreements in force at that instant';
const NOBODY = 'Nobody supplies it yet, so that it reads as when unknown';

/** Of every fact: where its value really comes from today. A fact without an entry does not compile. */
export const FACT_ORIGINS: Readonly<Record<FactName, FactOrigin>> = {
  mode: {
    from: 'The route: a proposed line is ask, what is read in the hub content, what leaves it onward. An answer that brings no item, told within the hub, is decided as existence',
  },
  fromKind: { from: REGISTER },
  fromDuty: {
    from: `${REGISTER}. The register says whether s16LA names it and, where that is later than the duty itself, from which London day; when the duty starts is in the legal frame`,
  },
  fromReveals: { from: REGISTER },
  fromS47List: { from: REGISTER },
  toKind: { from: REGISTER },
  toDuty: { from: REGISTER },
  toReveals: { from: REGISTER },
  audience: {
    from: "decision, from its own records of the viewer; of a product, the route; of an agency asked, its kind and what the register says it answers for: a council's body for social care or the duty team is team_sc, one for early help team_eh",
  },
  side: {
    from: 'None for a body of the register that acts for itself; of private recipients the roster',
    stale: 'Unknown where a perpetrator is alleged: linked to them',
  },
  access: { from: 'decision, at each call; an agency that is asked looks at nothing yet and is ordinary' },
  encompassRole: { from: `${NOBODY}: R-ENC-01 is not reached by a real question` },
  met: {
    from: "The item's condition against the viewer's roles, id and the day; or the holder's statement that this viewer has met it",
  },
  inList: { from: "The item's condition against the viewer's roles and id" },
  threshold: {
    from: 'decision, the newest judgement of a qualified person',
    stale: 'A line names the version that it saw; an older one is waited for',
  },
  urgent: { from: 'decision: rated red, or protection open', stale: 'An enquiry that nobody has rated yet is urgent' },
  purpose: {
    from: 'Of a line, what agency-requests recorded. Of an answer, what its request was recorded for, as the threshold carries it today; of what the hub received or wrote, screening; of what leaves the hub, what is made of it and for whom. What the caller states is decided besides and takes the place of nothing: the stricter answer counts, and the ledger keeps it',
    stale: 'A lower threshold carries a lower purpose',
  },
  text: {
    from: 'The hash of the words inside the sealed request, against the one that agency-requests recorded, and those words against the items accepted by then; a text that states the task of another purpose, or of a threshold that nobody has judged, differs, and so does one whose words claim such a threshold (section 17, section 47, significant harm). No text is sent in other modes',
  },
  statesTask: {
    from: 'Of a line, yes where its sender says that the text states a task, it is one of the purpose at the threshold judged, and the words sent are those recorded and name it; of one that was sent before senders were asked, where its words are; of an answer, as its request was decided',
  },
  crossBorder: {
    from: 'What the asker said of a line to a neighbouring council: that the person lives, lived or is placed there. An answer has it from its line',
  },
  need: {
    from: 'Of a line, what the sender said of it, for those whom the worry is about; of anybody else yes only where the sender named a worry that the concern names, no of a parent with responsibility of whom nothing was said, else unclear. Work for an adult at risk is not needed of a child; work on domestic abuse or a missing child is unclear where the concern does not name it. Of a line that was sent before senders were asked for a worry, what the sender said. Of an item of an answer what was judged of the line of its category, or the most that was judged of its request; let through by a manager, yes. Of everything else yes',
    stale: 'A new roster reopens a line',
  },
  width: { from: 'Of a line, what was asked for; of an item, inside its envelope' },
  dataClass: { from: 'The stricter of the catalogue of categories and the envelope; of a revealing name special' },
  confidential: { from: `${ENVELOPE} and is confidential` },
  bar: { from: `${ENVELOPE}; of one about sexual health by its category as well` },
  subjectKind: {
    from: 'contact-intake, from the birth date, today in London',
    stale: 'A date that could mean two kinds, and a birth 28 days overdue, are unknown',
  },
  relation: {
    from: ROSTER,
    stale: 'A line names the roster version that it saw; an older one is waited for. Not on the roster: third',
  },
  sibling: {
    from: `${ROSTER}: never a child of ten or more who may be its mother. The facts of the sibling are read for the unborn child, unless somebody said something about the unborn child itself, of that consent`,
  },
  siblingKind: {
    from: `${ROSTER}: the age of the born sibling whose facts are read for the unborn child; the worry's own child before others. None where it is decided by its own`,
  },
  sign: {
    from: `${ENVELOPE}; or contact-intake, where the concern names sexual harm and every child that it is about is under 13`,
    stale: 'The child turns 13',
  },
  relevance: { from: `${ENVELOPE}; what the holder has stated since comes before it` },
  consent: {
    from: 'sharing, from the statements about this person by whoever may speak (Voice)',
    stale: 'Each newer statement. "Not known" and silence are unknown, never "not sought"',
  },
  service: {
    from: 'The same, of consent to a help service; a yes of somebody whose parental responsibility is not proven is not sought, for nobody who may speak was asked',
  },
  ground: { from: 'The newest statement that consent was not sought' },
  restsOn: {
    from: 'Of a line that is decided again, what its newest PERMIT rested on, by the reasons that were kept with it; of a first decision, and of every item, agreement',
  },
  answered: { from: 'Yes for everything in an answer; no for a line' },
  parentRefuses: { from: 'sharing, from the statements, where the young person speaks for themselves' },
  competence: {
    from: 'contact-intake, the newest finding of a professional or a court',
    stale: 'Six months after it was stated: presumed from 16, else not assessed',
  },
  objects: {
    from: 'contact-intake, the newest statement; none on record is no',
    stale: 'An objection is unknown six months after it was stated, so that a human asks again',
  },
  dispute: {
    from: 'contact-intake, or open where one who may speak says yes and another no: to sharing, and towards a help team to its service as well',
    stale: 'A newer statement or order',
  },
  pr: { from: 'contact-intake, or the consent statement of whoever spoke', stale: 'A newer statement or order' },
  thirds: { from: ENVELOPE },
  redaction: { from: ENVELOPE },
  handling: { from: ENVELOPE },
  conditions: { from: ENVELOPE },
  flags: {
    from: `${ENVELOPE}. What the holder states since sets or clears do not alert and unsafe to tell the parent, and gives words by which the item is sanitised`,
    stale:
      'Do not alert and unsafe to tell the parent, until the holder clears them; the others stand as they were sealed',
  },
  protectedPlaces: {
    from: `The envelope and contact-intake together: what either protects is protected. About an alleged perpetrator, anybody on that side or somebody who is not on the roster: what is protected for anybody of it; of a whole concern or note the same`,
  },
  release: {
    from: 'None, until the holder has said otherwise; refused once the holder answered a REVIEW with no',
    stale: 'A new wording',
  },
  detriment: { from: 'None, until the holder has recorded one', stale: 'Its review date' },
  identity: {
    from: 'The less certain of holder and roster; then what was said since: in doubt, wrong, or confirmed by the holder',
    stale: 'Unknown: possible',
  },
  isTheDanger: { from: `${NOBODY}: in protect a barred item, or one that may identify a source, is left out` },
  agreement: { from: AGREEMENTS, stale: 'Each commit of an agreement' },
  uncovered: { from: AGREEMENTS },
  overdue: { from: AGREEMENTS },
  standingRelease: { from: AGREEMENTS },
  lineFault: {
    from: `${AGREEMENTS}: whether lines of the same rank clash. What a line rests on is checked when it comes into force, and not again`,
  },
  yeses: { from: 'Answers to the REVIEWs of this item and recipient' },
  override: { from: 'None, until a permitted manager has made one for this item' },
  now: { from: "sharing's clock" },
};
