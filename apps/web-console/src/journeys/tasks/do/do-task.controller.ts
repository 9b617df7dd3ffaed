import type { ObligationView } from '@mash/contracts';
import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { fieldErrorsOf } from '../../../api-clients/field-errors-of';
import { ServiceProblem } from '../../../api-clients/service-errors';
import { SharingClient } from '../../../api-clients/sharing.client';
import { Clock } from '../../../clock';
import type { FieldError } from '../../../forms/field-error';
import { onceId } from '../../../forms/once-id';
import { Posted, type PostedFields } from '../../../forms/posted';
import { Colleagues } from '../../../layout/colleagues';
import { HANDLING } from '../../../layout/handling-line';
import { page, redirect, type Answer } from '../../../layout/page';
import { SealingDesk } from '../../../sealing/sealing-desk';
import { ForRoles, Person } from '../../../session/access.decorators';
import type { ConsoleRequest } from '../../../session/console-request';
import { HeldPosts } from '../../../session/held-posts';
import { PageNotFound } from '../../../session/page-not-found';
import { requireId } from '../../../session/require-id';
import type { SignedInPerson } from '../../../session/signed-in-person';
import { EnquiryKeys } from '../../enquiry/shared';
import { TaskPeople } from '../task-people';
import { TASK_ROLES } from '../task-roles';
import { readTaskDone, type TaskDone } from './do-task.form';
import { doTaskView } from './do-task.presenter';
import { taskDoneView } from './task-done.presenter';
import { keepsSomething } from './telling-warnings';

const FIELDS = {
  ...{ ground: 'ground', sealedNote: 'note', 'SHARING.ON_HOLD': 'outcome', 'SHARING.OBLIGATION_DONE': 'note' },
  'SHARING.STATEMENT_NEEDED': 'note',
  ...{ keptFromFamily: 'keptFromFamily', 'SHARING.KEEP_FROM_FAMILY': 'keptFromFamily' },
};

const isTheirs = ({ mayComplete, mayGiveGround }: ObligationView): boolean => mayComplete || mayGiveGround;

/** What was written of a task that is done, and nobody recorded. */
interface Unrecorded {
  readonly note: string | undefined;
  readonly status?: number;
}

/** One task: what was done, sealed; or for telling the parent, on what ground not for now. */
@Controller('tasks/:task')
@ForRoles(...TASK_ROLES)
export class DoTaskController {
  constructor(
    private readonly sharing: SharingClient,
    private readonly people: TaskPeople,
    private readonly colleagues: Colleagues,
    private readonly keys: EnquiryKeys,
    private readonly desk: SealingDesk,
    private readonly heldPosts: HeldPosts,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(
    @Param('task') id: string,
    @Person() person: SignedInPerson,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const task = await this.sharing.obligation(request, requireId(id));
    if (task.state !== 'done' && !isTheirs(task)) throw new PageNotFound();
    if (task.state === 'done') return this.donePage(request, person, task, await this.waitingNote(request));
    const held = await this.heldPosts.take(request, request.path);
    return this.page(request, task, held && new Posted(held), []);
  }

  @Post()
  async done(
    @Param('task') id: string,
    @Body() fields: PostedFields,
    @Person() person: SignedInPerson,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const [task, posted] = [await this.found(request, id), new Posted(fields)];
    if (task === undefined || !isTheirs(task)) return this.notOpen(request, person, requireId(id), fields);
    const { done, errors } = readTaskDone(posted, { mayGiveGround: task.mayGiveGround, keeps: keepsSomething(task) });
    if (done === undefined) return this.page(request, task, posted, errors);
    try {
      await this.send(request, person, task, { done, fields });
    } catch (error) {
      const wrong = fieldErrorsOf(error, FIELDS);
      if (wrong === undefined) throw error;
      return this.page(request, task, posted, wrong);
    }
    return redirect('/tasks');
  }

  /**
   * It is done, or none of theirs. Pressed twice it was they who did it, which the service knows by the id of what was sent; where it was somebody else
   * nothing that was written is lost in silence.
   */
  private async notOpen(
    request: ConsoleRequest,
    person: SignedInPerson,
    obligationId: string,
    fields: PostedFields,
  ): Promise<Answer> {
    const posted = new Posted(fields);
    const enquiryId = requireId(posted.text('enquiry'));
    const isTelling = posted.optional('outcome') !== undefined;
    const { done } = readTaskDone(posted, { mayGiveGround: isTelling, keeps: posted.ticked('keptFromFamily') });
    if (done === undefined) throw new PageNotFound();
    try {
      await this.send(request, person, { obligationId, enquiryId }, { done, fields });
    } catch (error) {
      if (!(error instanceof ServiceProblem) || error.code !== 'SHARING.OBLIGATION_DONE') throw error;
      const task = await this.sharing.obligation(request, obligationId); // as it was done meanwhile
      return this.donePage(request, person, task, { note: done.note, status: 409 });
    }
    return redirect('/tasks');
  }

  private async send(
    request: ConsoleRequest,
    person: SignedInPerson,
    { obligationId, enquiryId }: Pick<ObligationView, 'obligationId' | 'enquiryId'>,
    { done: { note, ...its }, fields }: { done: TaskDone; fields: PostedFields },
  ): Promise<void> {
    const { partnershipId, accountId: authorId } = person;
    const stepId = onceId(fields, request.path);
    const publicKey = await this.keys.publicKeyOf(request, enquiryId, partnershipId);
    const header = { typ: 'note', partnershipId, version: 1, enquiryId, noteId: stepId, authorId } as const;
    const sealedNote = await this.desk.seal({ author: person, header, facts: {}, content: { words: note }, publicKey });
    await this.sharing.completeObligation(request, obligationId, { stepId, ...its, sealedNote });
  }

  private async found(request: ConsoleRequest, id: string): Promise<ObligationView | undefined> {
    try {
      return await this.sharing.obligation(request, requireId(id));
    } catch (error) {
      if (error instanceof ServiceProblem && error.status === 404) return undefined;
      throw error;
    }
  }

  /** What they wrote of it before they were signed out. */
  private async waitingNote(request: ConsoleRequest): Promise<Unrecorded> {
    const held = await this.heldPosts.takeToShow(request, request.path);
    return { note: held && new Posted(held).optional('note') };
  }

  /** Somebody came to it by an old link, from a list that was open for long, or with words that come too late. */
  private async donePage(
    request: ConsoleRequest,
    person: SignedInPerson,
    task: ObligationView,
    { note, status }: Unrecorded,
  ): Promise<Answer> {
    const [name, naming] = await Promise.all([
      this.people.ofTask(request, task, task.agencyId !== undefined),
      this.colleagues.of(request),
    ]);
    const frame = { title: 'Task', handling: HANDLING.official, section: '/tasks', back: '/tasks' };
    const view = taskDoneView({ task, name, naming, reader: person, note }, this.clock.now());
    return page('journeys/tasks/do/task-done.njk', frame, view, status);
  }

  private async page(
    request: ConsoleRequest,
    task: ObligationView,
    posted: Posted | undefined,
    errors: readonly FieldError[],
  ): Promise<Answer> {
    const name = await this.people.ofTask(request, task, task.agencyId !== undefined);
    const view = doTaskView({ task, name }, posted, errors, this.clock.now());
    const frame = { title: 'Task', handling: HANDLING.official, section: '/tasks', back: '/tasks', errors };
    return page('journeys/tasks/do/do-task.njk', frame, view);
  }
}
