import type { RequestDetail, RequestLine } from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock';
import type { FieldError } from '../../forms/field-error';
import { HANDLING } from '../../layout/handling-line';
import { page, type Answer } from '../../layout/page';
import { savedAt } from '../../layout/state-line';
import { answerPageView } from './answer.presenter';
import type { ConsoleRequest } from '../../session/console-request';
import { RequestOpener } from './asked/request-opener';
import type { AnswerDraft } from './draft/answer-draft';
import { NameablePeople } from './editor/nameable-people';

export interface AnswerPageOf {
  readonly detail: RequestDetail;
  readonly stopped?: readonly RequestLine[];
  readonly draft: AnswerDraft;
  readonly grades: boolean;
  readonly saved?: Date | undefined;
  readonly pasted?: string;
  readonly errors?: readonly FieldError[];
}

/** Renders the page of an answer. Names and identifiers are opened here, and only here. */
@Injectable()
export class AnswerPage {
  constructor(
    private readonly opener: RequestOpener,
    private readonly nameable: NameablePeople,
    private readonly clock: Clock,
  ) {}

  async show(
    request: ConsoleRequest,
    { detail, stopped = [], draft, grades, saved, pasted = '', errors = [] }: AnswerPageOf,
  ): Promise<Answer> {
    const [people, nameable] = await Promise.all([this.opener.open(request, detail), this.nameable.of(request)]);
    const now = this.clock.now();
    const frame = {
      title: `Answer, ${detail.enquiryReference}`,
      wide: true,
      handling: HANDLING.ownAgency,
      back: '/worklist',
      section: '/worklist',
      errors,
      ...(saved && { state: savedAt(saved) }),
    };
    const view = answerPageView({ detail, stopped, people, draft, grades, nameable, pasted, errors, now });
    return page('journeys/answering/answer.njk', frame, view);
  }
}
