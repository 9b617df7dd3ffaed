import { newId } from '@mash/contracts';
import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { Clock } from '../../clock';
import { Posted, type PostedFields } from '../../forms/posted';
import { page, redirect, type Answer } from '../../layout/page';
import { savedAt } from '../../layout/state-line';
import { ForRoles, Person } from '../../session/access.decorators';
import type { ConsoleRequest } from '../../session/console-request';
import { isOlderThanDraft, OLDER_THAN_DRAFT } from '../../session/held-post';
import { HeldPosts } from '../../session/held-posts';
import { PageNotFound } from '../../session/page-not-found';
import { requireId } from '../../session/require-id';
import type { SignedInPerson } from '../../session/signed-in-person';
import { ContactDrafts, type KeptDraft } from './draft/contact-drafts';
import { pageKeptAt, withOlderConcern, withPageKept } from './draft/pages-kept';
import { isNotUrgent } from './is-not-urgent';
import { UrgentSending } from './sending/urgent-sending';
import { whatIsMissing } from './sending/what-is-missing';
import type { ContactStep, StepContext } from './steps/contact-step';
import { backFrom, nextStep, progressWords, stepPath, STEPS, type StepName } from './steps/step-order';

const PATH = 'contacts/new/:draft/:step';

interface FormStep {
  readonly name: StepName;
  readonly title: string;
  readonly form: ContactStep;
}

function formStep(name: string): FormStep {
  const step = STEPS.find((one) => one.name === name);
  if (step?.form === undefined) throw new PageNotFound();
  return step;
}

/** The steps that are one form each. What was typed is sealed and kept whenever a step is left, right or wrong. */
@Controller()
@ForRoles('referrer')
export class MakeAContactController {
  constructor(
    private readonly drafts: ContactDrafts,
    private readonly urgent: UrgentSending,
    private readonly heldPosts: HeldPosts,
    private readonly clock: Clock,
  ) {}

  @Get('contacts/new')
  begin(): Answer {
    return redirect(stepPath(newId(this.clock.now().getTime()), 'danger'));
  }

  /** Comes back to a draft, at the first page that still lacks something. */
  @Get('contacts/new/:draft')
  async resume(
    @Param('draft') id: string,
    @Person() person: SignedInPerson,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const draftId = requireId(id);
    const { draft } = await this.drafts.open(request, person, draftId);
    const [first] = whatIsMissing(draft, draftId);
    return redirect(first?.href ?? stepPath(draftId, 'check'));
  }

  @Get(PATH)
  async show(
    @Param('draft') id: string,
    @Param('step') name: string,
    @Person() person: SignedInPerson,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const [draftId, step] = [requireId(id), formStep(name)];
    const kept = await this.drafts.open(request, person, draftId);
    const held = await this.heldPosts.take(request, request.path, isNotUrgent);
    if (held === undefined) return this.page(draftId, step, kept, { person, now: this.clock.now(), errors: [] });
    if (isOlderThanDraft(held, pageKeptAt(kept, step.name))) return this.newerDraft(draftId, step, kept, person);

    const posted = new Posted(held);
    const now = this.clock.now();
    const draft = withPageKept(step.form.read(posted, kept.draft, now).draft, step.name, now);
    await this.drafts.keep(request, person, draftId, draft);
    await this.heldPosts.drop(request);
    return this.page(draftId, step, { draft, savedAt: now }, { person, now, errors: [], posted });
  }

  @Post(PATH)
  async save(
    @Param('draft') id: string,
    @Param('step') name: string,
    @Body() fields: PostedFields,
    @Person() person: SignedInPerson,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const [draftId, step, posted, now] = [requireId(id), formStep(name), new Posted(fields), this.clock.now()];
    const kept = await this.drafts.open(request, person, draftId);
    const isOlder = isOlderThanDraft(fields, pageKeptAt(kept, step.name));
    const { draft: read, errors } = step.form.read(posted, kept.draft, now);
    if (posted.text('action') === 'send-now')
      return this.urgent.send(request, person, draftId, isOlder ? withOlderConcern(kept.draft, read) : read);
    if (isOlder) return this.newerDraft(draftId, step, kept, person);

    const draft = withPageKept(read, step.name, now);
    await this.drafts.keep(request, person, draftId, draft);
    if (errors.length > 0) return this.page(draftId, step, { draft, savedAt: now }, { person, now, errors, posted });
    return redirect(stepPath(draftId, nextStep(step.name)));
  }

  private newerDraft(draftId: string, step: FormStep, kept: KeptDraft, person: SignedInPerson): Answer {
    return this.page(draftId, step, kept, { person, now: this.clock.now(), errors: [OLDER_THAN_DRAFT] });
  }

  private page(
    draftId: string,
    { name, title, form }: FormStep,
    { draft, savedAt: saved }: KeptDraft,
    context: StepContext,
  ): Answer {
    const view = { ...form.view(draft, context), action: stepPath(draftId, name), progress: progressWords(name) };
    const frame = {
      title: `${title}, new concern`,
      back: backFrom(draftId, name),
      section: '/contacts',
      errors: context.errors,
      state: saved === undefined ? { text: 'Not saved yet' } : savedAt(saved),
    };
    return page('journeys/make-a-contact/steps/step.njk', frame, view);
  }
}
