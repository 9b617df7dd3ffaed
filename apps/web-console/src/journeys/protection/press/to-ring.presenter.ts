import { toldRows, type NoticeView } from '../notices/notice.presenter';
import { recipientWords } from './protect.presenter';
import type { ToTell } from './protection-press';

/** What somebody reads out on the telephone to one recipient, as it was released for them. */
export interface ToRingView extends Pick<NoticeView, 'concern' | 'people' | 'answers' | 'missing'> {
  readonly recipient: string;
}

export const toRingView = (one: Omit<ToTell, 'noticeId'>): ToRingView => ({
  recipient: recipientWords(one),
  missing: one.content.missing,
  ...toldRows(one.content),
});
