import type { IdentityQuestion, Recall, RecallsOfEnquiry } from '@mash/contracts';
import type { FieldError } from '../../../forms/field-error';
import type { FieldView } from '../../../forms/field-view';
import type { Posted } from '../../../forms/posted';
import { agencyAmid } from '../../../presenters/agency-words';
import { reasonField } from '../../governance/shared/written-reason';
import { noticesView, type NoticesReader, type NoticesView } from '../shared/notices.presenter';
import { answerPath, ABOUT_WORDS, SAYS_WORDS } from '../shared/recall-words';

export interface EnquiryRecallsView {
  readonly heading: string;
  readonly recalls: readonly (NoticesView & {
    readonly close: { readonly action: string; readonly field: FieldView; readonly isOpen: boolean } | undefined;
  })[];
  readonly questions: readonly { readonly text: string; readonly href: string | undefined }[];
}

interface Reader extends NoticesReader {
  readonly path: string;
  readonly mayClose: boolean;
  readonly typed?: { readonly recallId: string; readonly posted: Posted; readonly errors: readonly FieldError[] };
}

/** "Who saw it, who was told when, and is it destroyed?" */
export function enquiryRecallsView({ recalls, questions }: RecallsOfEnquiry, reader: Reader): EnquiryRecallsView {
  return {
    heading: recallHeading(recalls),
    recalls: recalls.map((one) => recallRow(one, reader)),
    questions: questions.map((one) => questionRow(one, reader)),
  };
}

/** What meant somebody who stood under that id before is answered by nothing that is said of the id: it would be said of the other. A doubt is, by what is said of them. */
function questionRow(
  { about, says, agencyId, enquiryId, meantId }: IdentityQuestion,
  reader: Reader,
): EnquiryRecallsView['questions'][number] {
  const what = `${ABOUT_WORDS[about.kind]}, ${SAYS_WORDS[says]}`;
  const isAsked = reader.mayClose && about.kind === 'person';
  if (meantId !== undefined) {
    const its = `${what}: it was said of somebody else, before the match was put right`;
    if (says !== 'doubted') return { text: its, href: undefined };
    const href = isAsked ? answerPath(enquiryId, { kind: 'person', id: meantId }, reader.path) : undefined;
    return { text: `${its}. A manager of the hub may say of them whether they are who the hub takes them for`, href };
  }
  return {
    text: `${what}: ${agencyId === undefined ? 'a manager of the hub' : agencyAmid(agencyId)} may say whom it is about`,
    href: isAsked ? answerPath(enquiryId, about, reader.path) : undefined,
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
  const { recallId, closedAt } = recall;
  const own = reader.typed?.recallId === recallId ? reader.typed : undefined;
  const field = () =>
    reasonField('Why is it closed?', 'Who did not confirm, and why not. It is sealed.', own?.posted, own?.errors ?? []);
  return {
    ...noticesView(recall, reader),
    close:
      closedAt === undefined && reader.mayClose
        ? { action: `${reader.path}/${recallId}/close`, field: field(), isOpen: own !== undefined }
        : undefined,
  };
}
