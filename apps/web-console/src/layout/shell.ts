import { londonDateTime, londonTime } from '@mash/clocks';
import { newId } from '@mash/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import { CONFIG } from '../config.token';
import type { ConsoleConfig, Partnership } from '../config';
import { errorSummary } from '../forms/field-error';
import type { ConsoleRequest } from '../session/console-request';
import { csrfTokenFor } from '../session/csrf';
import { OWNER_FIELD, pageOf, textOf } from '../session/held-post';
import { HeldPosts } from '../session/held-posts';
import { OwnerMarks } from '../session/owner-marks';
import type { SignedInPerson } from '../session/signed-in-person';
import type { Page } from './page';
import { navigationOf, startPageOf, urgentPathOf } from './role-pages';
import { upToDate } from './state-line';
import { TemplateEngine } from './template-engine';

/** Puts a page into the frame that all pages share. */
@Injectable()
export class Shell {
  constructor(
    private readonly templates: TemplateEngine,
    private readonly clock: Clock,
    private readonly marks: OwnerMarks,
    private readonly heldPosts: HeldPosts,
    @Inject(CONFIG) private readonly config: ConsoleConfig,
  ) {}

  /**
   * @param reviewsWaiting for the badge beside "Reviews"
   * @param recalled what this person is to do about something recalled
   */
  render(page: Page, request: ConsoleRequest, reviewsWaiting?: number, recalled?: string): string {
    const { frame, view } = page;
    const shell = {
      ...this.always(request),
      ...(request.person === undefined ? {} : this.forPerson(request.person, request)),
      ...(frame.older !== undefined && { heldId: undefined }), // saving the draft beside it does not discard it
      reviewsWaiting: reviewsWaiting ?? 0,
      recalled,
    };
    const errors = frame.errors ?? [];
    return this.templates.render(page.template, {
      view,
      frame: { ...frame, state: request.person && (frame.state ?? upToDate(this.clock.now())) },
      shell,
      errorSummary: errors.length === 0 ? undefined : errorSummary(errors),
      cspNonce: request.cspNonce,
    });
  }

  partnershipOf(person: SignedInPerson): Partnership | undefined {
    return this.config.partnerships.find(({ id }) => id === person.partnershipId);
  }

  /**
   * Whose forms these are. What answers a form goes on being the page on which that stood: many a form is sent to an address that nobody can ask for,
   * and what is sent from its answer is shown again, and led back to, there.
   */
  private pageShown(request: ConsoleRequest): string {
    const page = pageOf(request);
    return this.marks.isMarkOf(request, textOf(request, OWNER_FIELD) ?? '', page) ? page : request.path;
  }

  private always(request: ConsoleRequest): object {
    return { assets: `/assets/v/${this.templates.assetVersion}`, path: request.path };
  }

  private forPerson(person: SignedInPerson, request: ConsoleRequest): object {
    const now = this.clock.now();
    const path = this.pageShown(request);
    return {
      person,
      path,
      partnership: this.partnershipOf(person),
      start: startPageOf(person),
      navigation: navigationOf(person),
      urgentPath: urgentPathOf(person),
      csrfToken: csrfTokenFor(request),
      once: newId(now.getTime()),
      button: (action: string, text: string) => this.marks.buttonMark(person.accountId, action, text),
      ownerMark: this.marks.markFor(person.accountId, path),
      heldId: this.heldPosts.idIn(request),
      filledInFrom: request.held?.filledInFrom && londonTime(request.held.filledInFrom),
      sessionMinutes: this.config.sessionMinutes,
      printLine: `${person.name}, ${person.agencyName}, ${londonDateTime(now)}`,
    };
  }
}
