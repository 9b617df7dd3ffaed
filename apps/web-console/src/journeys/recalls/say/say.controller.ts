import { LIAISON_ROLES, RecallAbout, type SayWhatIsWrong, type SeenBy } from '@mash/contracts';
import { Body, Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import { fieldErrorsOf } from '../../../api-clients/field-errors-of';
import { ServiceProblem } from '../../../api-clients/service-errors';
import { RecallsClient } from '../../../api-clients/recalls.client';
import { SharingClient } from '../../../api-clients/sharing.client';
import { Clock } from '../../../clock';
import type { FieldError } from '../../../forms/field-error';
import { nowOfForm } from '../../../forms/now-of-form';
import { onceId } from '../../../forms/once-id';
import { Posted, type PostedFields } from '../../../forms/posted';
import { Colleagues } from '../../../layout/colleagues';
import { RecallBanner } from '../../../layout/recall-banner';
import { page, redirect, type Answer } from '../../../layout/page';
import { ForRoles, Person } from '../../../session/access.decorators';
import type { ConsoleRequest } from '../../../session/console-request';
import { HeldPosts } from '../../../session/held-posts';
import { PageNotFound } from '../../../session/page-not-found';
import { requireId } from '../../../session/require-id';
import type { SignedInPerson } from '../../../session/signed-in-person';
import { ReasonSealer } from '../../governance/shared/reason-sealer';
import { ABOUT_WORDS, ownPath } from '../shared/recall-words';
import { readSaid, sayFields, type Said, type Sayer } from './say.form';
import { saidView } from './said.presenter';

const FIELDS = {
  ...{
    sealedReason: 'reason',
    recipientAgencyId: 'recipient',
    recipientId: 'recipient',
    knownSince: 'hours',
    about: 'says',
  },
  ...{
    'SHARING.ALREADY_SAID': 'says',
    'SHARING.NOTHING_TO_CONFIRM': 'says',
    'SHARING.NOTHING_TO_TAKE_BACK': 'recipient',
    'RECALL.CONFIRM_IDENTITY_NOT_ALLOWED': 'says',
  },
};
const HUB = ['mash-analyst', 'mash-manager'] as const;
const RECIPIENTS = [
  'referrer',
  'contact-officer',
  'early-help-coordinator',
  'social-care-manager',
  'emergency-duty',
] as const;
const HOUR = 3_600_000;
const NOBODY_SEEN: SeenBy = { people: [], notNamed: 0 };
/** In the form, where nobody had said anything of it. */
const NOTHING_SAID = 'nothing';
const SAID_SINCE =
  'Something else has been said of it since you opened that page. Look at it again before you say that it is about this person';
const isOneOf = (person: SignedInPerson, roles: readonly string[]) => person.roles.some((role) => roles.includes(role));

/** An agency's own is its own to say; a match and a question are the hub's. What was sent as it is is made anew. */
const mayTakeBack = (person: SignedInPerson, { kind }: RecallAbout): boolean =>
  kind === 'item' || kind === 'answer'
    ? isOneOf(person, LIAISON_ROLES)
    : (kind === 'person' || kind === 'request') && isOneOf(person, ['mash-manager']);

interface Place {
  readonly enquiry: string;
  readonly kind: string;
  readonly id: string;
}
interface Asked {
  readonly enquiryId: string;
  readonly about: RecallAbout;
  readonly back: string;
  readonly sayer: Sayer;
  /** The newest that is said of whom it is about; null where nobody has, undefined where they are not to know. */
  readonly lastSaid: string | null | undefined;
}

/** What the page knew of it that was sent. */
function knownOf(posted: Posted): string | null | undefined {
  const known = posted.optional('lastSaid');
  return known === NOTHING_SAID ? null : known;
}

/** Somebody says that a thing is about the wrong person, or went to the wrong place. */
@Controller('recall/:enquiry/:kind/:id')
@ForRoles(...HUB, ...LIAISON_ROLES, ...RECIPIENTS)
export class SayController {
  constructor(
    private readonly recalls: RecallsClient,
    private readonly sharing: SharingClient,
    private readonly sealer: ReasonSealer,
    private readonly colleagues: Colleagues,
    private readonly banner: RecallBanner,
    private readonly heldPosts: HeldPosts,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(
    @Param() place: Place,
    @Query() query: Record<string, unknown>,
    @Person() person: SignedInPerson,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const typed = await this.heldPosts.typedHere(request); // how they came to the page is in what they sent, not in where it was
    const from = query['from'] ?? typed?.['from'];
    const asked = await this.asked(request, person, place, { from, asked: query['asked'] ?? typed?.['asked'] });
    const held = asked.sayer.wasAsked ? await this.heldPosts.take(request, request.path, isConfirmed) : undefined;
    if (held === undefined) return this.page(asked, undefined, []);
    const posted = new Posted(held);
    return this.page(asked, posted, knownOf(posted) === asked.lastSaid ? [] : [{ field: 'says', text: SAID_SINCE }]);
  }

  @Post()
  async say(
    @Param() place: Place,
    @Body() fields: PostedFields,
    @Person() person: SignedInPerson,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const posted = new Posted(fields);
    const asked = await this.asked(request, person, place, { from: posted.text('from'), asked: posted.text('asked') });
    const { said, errors } = readSaid(posted, asked.sayer);
    if (said === undefined) return this.page(asked, posted, errors);
    try {
      const lastSaid = isConfirmed(said) ? knownOf(posted) : undefined;
      const { recipients } = await this.send(request, person, asked, onceId(fields, request.path), {
        ...said,
        lastSaid,
      });
      this.banner.forget(request);
      const { enquiryId, about, back } = asked;
      const told = `says=${said.says}&told=${String(recipients)}&from=${encodeURIComponent(back)}`;
      return redirect(`/recall/${enquiryId}/${about.kind}/${about.id}/said?${told}`);
    } catch (error) {
      return this.page(asked, posted, asErrors(error));
    }
  }

  @Get('said')
  said(@Param() { kind, id }: Place, @Query() query: Record<string, unknown>): Answer {
    const about = RecallAbout.safeParse({ kind, id }).data;
    if (about === undefined) throw new PageNotFound();
    const view = saidView(query, about.kind);
    return page('journeys/recalls/say/said.njk', { title: 'Recorded' }, view);
  }

  private async asked(
    request: ConsoleRequest,
    person: SignedInPerson,
    { enquiry, kind, id }: Place,
    { from, asked }: { from: unknown; asked: unknown },
  ): Promise<Asked> {
    const about = RecallAbout.safeParse({ kind, id }).data;
    if (about === undefined) throw new PageNotFound();
    const mayOnlyDoubt = about.kind === 'person' && !isOneOf(person, HUB);
    const choosesRecipient = !mayOnlyDoubt && isOneOf(person, [...HUB, ...LIAISON_ROLES]);
    const agencies = choosesRecipient ? await this.sharing.agencies(request) : [];
    const bodies = agencies.map(({ agencyId, name }) => ({ value: agencyId, text: name }));
    const { people, notNamed, lastSaid } = choosesRecipient
      ? await this.seenBy(request, requireId(enquiry), about)
      : NOBODY_SEEN;
    const named = await this.colleagues.of(request);
    const mayConfirm = isOneOf(person, LIAISON_ROLES) || (about.kind === 'person' && isOneOf(person, ['mash-manager']));
    const wasAsked = asked === 'yes' && mayConfirm && about.kind !== 'product' && about.kind !== 'notice';
    const sayer = {
      kind: about.kind,
      choosesRecipient,
      ownAgencyId: person.agencyId,
      bodies,
      people: people.map((one) => ({ ...one, name: named(one.recipientId) })),
      ...{ notNamed, wasAsked, mayTakeBack: mayTakeBack(person, about), mayOnlyDoubt },
    };
    return { enquiryId: requireId(enquiry), about, back: ownPath(from), sayer, lastSaid };
  }

  /** Where this person may not know of the thing, they read so when they record it, and not before: nobody learns from the page that it is there. */
  private async seenBy(request: ConsoleRequest, enquiryId: string, about: RecallAbout) {
    try {
      return await this.recalls.seenBy(request, enquiryId, about);
    } catch (error) {
      if (error instanceof ServiceProblem && error.status === 404) return NOBODY_SEEN;
      throw error;
    }
  }

  private async send(
    request: ConsoleRequest,
    person: SignedInPerson,
    { enquiryId, about }: Asked,
    statementId: string,
    {
      says,
      recipientAgencyId,
      recipientId,
      outsidePlatform,
      hoursAgo,
      reason,
      lastSaid,
    }: Said & Pick<Asked, 'lastSaid'>,
  ) {
    const sealedReason = await this.sealer.seal(request, person, {
      enquiryId,
      noteId: statementId,
      version: 1,
      reason,
    });
    const knownSince =
      hoursAgo === undefined || hoursAgo === 0
        ? {}
        : { knownSince: new Date(nowOfForm(statementId, this.clock.now()).getTime() - hoursAgo * HOUR).toISOString() };
    const body: SayWhatIsWrong = {
      ...{ statementId, enquiryId, about, says, sealedReason },
      ...knownSince,
      ...(recipientAgencyId !== undefined && { recipientAgencyId }),
      ...(recipientId !== undefined && { recipientId }),
      ...(outsidePlatform && { outsidePlatform }),
      ...(lastSaid !== undefined && { lastSaid }),
    };
    return this.recalls.sayWhatIsWrong(request, body);
  }

  private page(
    { enquiryId, about, back, sayer, lastSaid }: Asked,
    posted: Posted | undefined,
    errors: readonly FieldError[],
  ): Answer {
    const view = {
      what: ABOUT_WORDS[about.kind],
      action: `/recall/${enquiryId}/${about.kind}/${about.id}`,
      lastSaid: lastSaid === null ? NOTHING_SAID : lastSaid,
      ...{ from: back, asked: sayer.wasAsked ? 'yes' : '', fields: sayFields(sayer, posted, errors) },
    };
    return page('journeys/recalls/say/say.njk', { title: 'Wrong person or wrong place', back, errors }, view);
  }
}

const isConfirmed = ({ says }: { says?: unknown }): boolean => says === 'confirmed';

/** What one may not know of, and what is not there, read alike: said beside the question, so that nobody thinks that it was done. */
function asErrors(error: unknown): FieldError[] {
  const text = 'There is nothing of this here that you may recall. If you think there is, ring the hub.';
  if (error instanceof ServiceProblem && error.status === 404) return [{ field: 'says', text }];
  if (error instanceof ServiceProblem && error.code === 'SHARING.STATEMENT_REPEATED')
    return [{ field: 'says', text: 'You have recorded this already' }];
  if (error instanceof ServiceProblem && error.code === 'SHARING.SAID_SINCE')
    return [{ field: 'says', text: SAID_SINCE }];
  const wrong = fieldErrorsOf(error, FIELDS);
  if (wrong === undefined) throw error;
  return wrong;
}
