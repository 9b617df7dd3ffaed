import type { Recall, RecallNotice, RecallsOfEnquiry } from '@mash/contracts';
import type { FieldError } from '../../../forms/field-error';
import type { FieldView } from '../../../forms/field-view';
import type { Posted } from '../../../forms/posted';
import { agencyAmid, agencyWords } from '../../../presenters/agency-words';
import { momentWords } from '../../../presenters/clock-chip';
import { andMoreNotNamed } from '../../../presenters/not-named';
import { whoWords } from '../../governance/shared/who';
import { reasonField } from '../../governance/shared/written-reason';
import { answerPath, ABOUT_WORDS, CLOSED_WORDS, HOW_WORDS, SAYS_WORDS } from '../shared/recall-words';

interface NoticeRow {
  readonly who: string;
  readonly shown: string;
  readonly told: string;
  readonly state: string;
  readonly isLate: boolean;
}

export interface EnquiryRecallsView {
  readonly heading: string;
  readonly recalls: readonly {
    readonly title: string;
    readonly opened: string;
    readonly closed: string | undefined;
    readonly notices: readonly NoticeRow[];
    /** Those that are not named to the reader, counted. */
    readonly more: string | undefined;
    readonly close: { readonly action: string; readonly field: FieldView; readonly isOpen: boolean } | undefined;
  }[];
  readonly questions: readonly { readonly text: string; readonly href: string | undefined }[];
}

interface Reader {
  readonly path: string;
  readonly mayClose: boolean;
  readonly readerId: string;
  readonly now: Date;
  readonly typed?: { readonly recallId: string; readonly posted: Posted; readonly errors: readonly FieldError[] };
}

/** "Who saw it, who was told when, and is it destroyed?" */
export function enquiryRecallsView({ recalls, questions }: RecallsOfEnquiry, reader: Reader): EnquiryRecallsView {
  return {
    heading: recallHeading(recalls),
    recalls: recalls.map((one) => recallRow(one, reader)),
    questions: questions.map(({ about, says, agencyId, enquiryId }) => ({
      text: `${ABOUT_WORDS[about.kind]}, ${SAYS_WORDS[says]}: ${agencyId === undefined ? 'a manager of the hub' : agencyAmid(agencyId)} may say whom it is about`,
      href: about.kind === 'person' && reader.mayClose ? answerPath(enquiryId, about, reader.path) : undefined,
    })),
  };
}

/** How many recalls are open, and how many who saw have not confirmed. */
export function recallHeading(recalls: readonly Recall[]): string {
  const open = recalls.filter(({ closedAt }) => closedAt === undefined);
  if (open.length === 0) return recalls.length === 0 ? 'Nothing was recalled' : 'Every recall is closed';
  const named = open.flatMap(({ notices }) => notices).filter(({ destroyedAt }) => destroyedAt === undefined).length;
  const waiting = open.reduce((count, { notNamed }) => count + notNamed.unconfirmed, named);
  return `${String(open.length)} ${open.length === 1 ? 'recall is' : 'recalls are'} open: ${String(waiting)} to confirm`;
}

function recallRow(recall: Recall, reader: Reader): EnquiryRecallsView['recalls'][number] {
  const { recallId, about, says, recipientAgencyId, recipientId, openedAt, closedAt, closedHow, notices, notNamed } =
    recall;
  const only = recipientId === undefined ? '' : `, only ${whoWords(recipientId, reader.readerId)}`;
  const where = recipientAgencyId === undefined ? '' : `, ${agencyAmid(recipientAgencyId)}${only}`;
  const own = reader.typed?.recallId === recallId ? reader.typed : undefined;
  const field = () =>
    reasonField('Why is it closed?', 'Who did not confirm, and why not. It is sealed.', own?.posted, own?.errors ?? []);
  return {
    title: `${ABOUT_WORDS[about.kind]}, ${SAYS_WORDS[says]}${where}`,
    opened: momentWords(new Date(openedAt), reader.now),
    closed:
      closedAt && closedHow ? `${CLOSED_WORDS[closedHow]}, ${momentWords(new Date(closedAt), reader.now)}` : undefined,
    notices: notices.map((one) => noticeRow(one, closedAt === undefined, reader)),
    more: andMoreNotNamed({ named: notices.length, count: notNamed.notices, unconfirmed: notNamed.unconfirmed }),
    close:
      closedAt === undefined && reader.mayClose
        ? { action: `${reader.path}/${recallId}/close`, field: field(), isOpen: own !== undefined }
        : undefined,
  };
}

function noticeRow(notice: RecallNotice, isOpen: boolean, { now, readerId }: Reader): NoticeRow {
  const { recipientAgencyId, recipientId, shownAt, toldAt, dueAt, late, destroyedAt, destroyedHow } = notice;
  const at = (instant: string) => momentWords(new Date(instant), now);
  return {
    who: `${agencyWords(recipientAgencyId)}, ${recipientId === undefined ? 'the desk' : whoWords(recipientId, readerId)}`,
    shown: at(shownAt),
    told: at(toldAt),
    state:
      destroyedAt !== undefined && destroyedHow !== undefined
        ? `${HOW_WORDS[destroyedHow]}, ${at(destroyedAt)}`
        : isOpen
          ? `${late ? 'Late: was' : 'Not yet:'} due ${at(dueAt)}`
          : 'Not confirmed',
    isLate: late,
  };
}
