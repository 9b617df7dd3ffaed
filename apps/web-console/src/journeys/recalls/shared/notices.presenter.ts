import type { Recall, RecallNotice } from '@mash/contracts';
import { agencyAmid, agencyWords } from '../../../presenters/agency-words';
import { momentWords } from '../../../presenters/clock-chip';
import type { Naming } from '../../../presenters/naming';
import { andMoreNotNamed } from '../../../presenters/not-named';
import { whoWords } from '../../governance/shared/who';
import { ABOUT_WORDS, closedWords, HOW_WORDS, SAYS_WORDS } from './recall-words';

export interface NoticeRow {
  readonly who: string;
  readonly shown: string;
  readonly told: string;
  readonly state: string;
  readonly isLate: boolean;
}

/** "Who saw it, who was told when, and is it destroyed?" */
export interface NoticesView {
  readonly title: string;
  readonly opened: string;
  readonly closed: string | undefined;
  readonly notices: readonly NoticeRow[];
  /** Those that are not named to the reader, counted. */
  readonly more: string | undefined;
}

export interface NoticesReader {
  readonly readerId: string;
  readonly named: Naming;
  readonly now: Date;
}

/** One recall with everybody who saw it. */
export function noticesView(recall: Recall, reader: NoticesReader): NoticesView {
  const { about, says, recipientAgencyId, recipientId, openedAt, closedAt, closedHow, notices, notNamed } = recall;
  const { readerId, named, now } = reader;
  const only = recipientId === undefined ? '' : `, only ${whoWords(recipientId, readerId, named)}`;
  const where = recipientAgencyId === undefined ? '' : `, ${agencyAmid(recipientAgencyId)}${only}`;
  return {
    title: `${ABOUT_WORDS[about.kind]}, ${SAYS_WORDS[says]}${where}`,
    opened: momentWords(new Date(openedAt), now),
    closed:
      closedAt && closedHow ? `${closedWords(closedHow, says)}, ${momentWords(new Date(closedAt), now)}` : undefined,
    notices: notices.map((one) => noticeRow(one, closedAt === undefined, reader)),
    more: andMoreNotNamed({ named: notices.length, count: notNamed.notices, unconfirmed: notNamed.unconfirmed }),
  };
}

function noticeRow(notice: RecallNotice, isOpen: boolean, { now, readerId, named }: NoticesReader): NoticeRow {
  const { recipientAgencyId, recipientId, shownAt, toldAt, dueAt, late, destroyedAt, destroyedHow } = notice;
  const at = (instant: string) => momentWords(new Date(instant), now);
  const who = recipientId === undefined ? 'the desk' : whoWords(recipientId, readerId, named);
  return {
    who: `${agencyWords(recipientAgencyId)}, ${who}`,
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
