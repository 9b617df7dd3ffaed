import { LIAISON_ROLES, newId, type HolderItem } from '@mash/contracts';
import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { fieldErrorsOf } from '../../api-clients/field-errors-of';
import { ServiceProblem } from '../../api-clients/service-errors';
import { SharingClient } from '../../api-clients/sharing.client';
import { Clock } from '../../clock';
import type { FieldError } from '../../forms/field-error';
import { Posted, type PostedFields } from '../../forms/posted';
import { HANDLING } from '../../layout/handling-line';
import { page, redirect, type Answer } from '../../layout/page';
import { ForRoles, Person } from '../../session/access.decorators';
import type { ConsoleRequest } from '../../session/console-request';
import { HeldPosts } from '../../session/held-posts';
import { requireId } from '../../session/require-id';
import type { SignedInPerson } from '../../session/signed-in-person';
import { answeredMeanwhile } from '../reviews/answered-meanwhile';
import { readRelease } from './release.form';
import { releaseMatters, releasePath, type ReleaseMatter } from './release-matter';
import { mayCall, releaseView } from './release.presenter';
import { ReleaseSender } from './release-sender';
import { SubjectNames } from './subject-names';

const FIELDS = {
  ...{ statement: 'choice', sealedReason: 'reason', condition: 'condition' },
  'SHARING.REVIEW_ANSWERED': 'choice',
  'SHARING.SELF_RELEASE': 'choice',
  'SHARING.TWO_MUST_ANSWER': 'choice',
};

/** A law bars it first; or what was answered is damaged or gone where answers lie. */
type NotOpened = 'barred' | 'lost';

interface Work {
  readonly request: ConsoleRequest;
  readonly person: SignedInPerson;
  readonly matter: ReleaseMatter;
  readonly next: ReleaseMatter | undefined;
}

/** The holder of an item decides what may leave the hub, to whom, in which words. */
@Controller('release-onward')
@ForRoles(...LIAISON_ROLES)
export class ReleaseController {
  constructor(
    private readonly sharing: SharingClient,
    private readonly names: SubjectNames,
    private readonly sender: ReleaseSender,
    private readonly heldPosts: HeldPosts,
    private readonly clock: Clock,
  ) {}

  @Get(':decision')
  async show(@Param('decision') id: string, @Person() person: SignedInPerson, @Req() request: ConsoleRequest) {
    const work = await this.work(id, person, request);
    if (work === undefined) return redirect('/worklist');
    const held = await this.heldPosts.take(request, request.path);
    return this.page(work, await this.itemOf(work), held && new Posted(held), []);
  }

  @Post(':decision')
  async decide(
    @Param('decision') id: string,
    @Body() fields: PostedFields,
    @Person() person: SignedInPerson,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const work = await this.work(id, person, request);
    if (work === undefined) return answeredMeanwhile(fields, '/worklist');
    const item = await this.itemOf(work);
    const now = this.clock.now();
    const about = { matter: work.matter, personId: itemIn(item)?.personId ?? '', mayCall: mayCall(itemIn(item)), now };
    const { given, errors } = readRelease(fields, about);
    const posted = new Posted(fields);
    if (given === undefined) return this.page(work, item, posted, errors);
    const refused = await this.sender.send(request, person, work.matter, given).then(() => undefined, asErrors);
    if (refused !== undefined) return this.page(work, item, posted, refused);
    return redirect(work.next === undefined ? '/worklist' : releasePath(work.next));
  }

  /** Undefined where it waits no longer: somebody answered, or it was never this agency's. */
  private async work(id: string, person: SignedInPerson, request: ConsoleRequest): Promise<Work | undefined> {
    const decisionId = requireId(id);
    const [reviews, tasks] = await Promise.all([this.sharing.reviews(request), this.sharing.holderTasks(request)]);
    const matters = releaseMatters(reviews, tasks);
    const matter = matters.find(({ sharingDecisionId }) => sharingDecisionId === decisionId);
    return matter && { request, person, matter, next: matters.find((one) => one !== matter) };
  }

  /** The item as its agency wrote it, or why it cannot be shown. */
  private async itemOf({ request, matter }: Work): Promise<HolderItem | NotOpened> {
    const { enquiryId, itemId, sharingDecisionId, kind } = matter;
    const releaseId = newId(this.clock.now().getTime());
    try {
      return await this.sharing.openHolderItem(request, { releaseId, enquiryId, itemId, sharingDecisionId });
    } catch (error) {
      if (error instanceof ServiceProblem && error.code === 'SHARING.ITEM_BARRED') return 'barred';
      // What holds a letter and is not there is an answer that was lost: it is theirs, or it would not wait for them.
      if (error instanceof ServiceProblem && error.status === 404 && kind === 'letter') return 'lost';
      throw error;
    }
  }

  private async page(
    { request, person, matter, next }: Work,
    found: HolderItem | NotOpened,
    posted: Posted | undefined,
    errors: readonly FieldError[],
  ): Promise<Answer> {
    const { enquiryId } = matter;
    const item = itemIn(found);
    const whom = item && (await this.names.of(request, { enquiryId, personId: item.personId }));
    const view = releaseView({
      ...{ matter, item, posted, errors },
      isLost: found === 'lost',
      whom: whom ?? 'a person on this enquiry',
      ownAgencyId: person.agencyId,
      nextHref: next && releasePath(next),
      now: this.clock.now(),
    });
    const frame = { title: 'Release or refuse', wide: true, handling: HANDLING.ownAgency };
    const around = { ...frame, back: '/worklist', section: '/worklist', errors };
    return page('journeys/releasing/release.njk', around, view);
  }
}

const itemIn = (found: HolderItem | NotOpened): HolderItem | undefined =>
  typeof found === 'string' ? undefined : found;

function asErrors(error: unknown): FieldError[] {
  const wrong = fieldErrorsOf(error, FIELDS);
  if (wrong === undefined) throw error;
  return wrong;
}
