import { ownPagePath } from '../../releasing/release-words';
import { alert } from './alert';
import { unsafe } from './unsafe';
import { change } from './change';
import { harm } from './harm';
import { relevance } from './relevance';
import type { SubjectForm } from './subject';
import { wording } from './wording';

/** Everything that a holder may say of an item unasked, in the order in which it is offered. */
export const SUBJECTS: readonly SubjectForm[] = [wording, change, relevance, alert, unsafe, harm];

export const subjectPath = (enquiryId: string, itemId: string, code: string): string =>
  `${ownPagePath(enquiryId)}/${itemId}/${code}`;
