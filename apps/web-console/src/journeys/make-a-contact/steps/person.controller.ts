import { Body, Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import { newId } from '@mash/contracts';
import { Clock } from '../../../clock';
import type { FieldError } from '../../../forms/field-error';
import { Posted, type PostedFields } from '../../../forms/posted';
import { page, redirect, type Answer } from '../../../layout/page';
import { savedAt } from '../../../layout/state-line';
import { ForRoles, Person } from '../../../session/access.decorators';
import type { ConsoleRequest } from '../../../session/console-request';
import { isOlderThanDraft, OLDER_THAN_DRAFT } from '../../../session/held-post';
import { HeldPosts } from '../../../session/held-posts';
import { PageNotFound } from '../../../session/page-not-found';
import { requireId } from '../../../session/require-id';
import type { SignedInPerson } from '../../../session/signed-in-person';
import { withPerson, type ContactDraft, type DraftPerson } from '../draft/contact-draft';
import { ContactDrafts } from '../draft/contact-drafts';
import { pageKeptAt, withOlderPerson, withPageKept } from '../draft/pages-kept';
import { isNotUrgent } from '../is-not-urgent';
import { UrgentSending } from '../sending/urgent-sending';
import type { PeopleGroup } from './people-list.presenter';
import { readPerson } from './person.form';
import { personView } from './person.presenter';
import { progressWords, stepPath } from './step-order';

const PATH = 'contacts/new/:draft/:group/:mention';

interface Place {
  readonly draftId: string;
  readonly group: PeopleGroup;
  readonly mentionId: string;
}

function placeOf({ draft, group, mention }: Record<string, string>): Place {
  if (group !== 'children' && group !== 'adults') throw new PageNotFound();
  return { draftId: requireId(draft ?? ''), group, mentionId: requireId(mention ?? '') };
}

/** One child, unborn baby or adult of a concern. */
@Controller()
@ForRoles('referrer')
export class PersonController {
  constructor(
    private readonly drafts: ContactDrafts,
    private readonly urgent: UrgentSending,
    private readonly heldPosts: HeldPosts,
    private readonly clock: Clock,
  ) {}

  @Get(PATH)
  async show(
    @Param() params: Record<string, string>,
    @Query('kind') kind: unknown,
    @Person() person: SignedInPerson,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const place = placeOf(params);
    const kept = await this.drafts.open(request, person, place.draftId);
    const { draft, savedAt: saved } = kept;
    const held = await this.heldPosts.take(request, request.path, isNotUrgent);
    // Signing in again loses the address's query: an unborn baby is not shown as a born child, whose form has other fields.
    const typed = held ?? (await this.heldPosts.typedHere(request));
    const mentioned = mentionedOr(draft, place, typed?.['kind'] ?? kind);
    if (held !== undefined && isOlderThanDraft(held, pageKeptAt(kept, place.mentionId)))
      return this.page(place, mentioned, saved, { posted: undefined, errors: [OLDER_THAN_DRAFT] });
    const posted = held === undefined ? undefined : new Posted(held);
    return this.page(place, mentioned, saved, { posted, errors: [] });
  }

  @Post(PATH)
  async save(
    @Param() params: Record<string, string>,
    @Body() fields: PostedFields,
    @Person() person: SignedInPerson,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const [place, posted, now] = [placeOf(params), new Posted(fields), this.clock.now()];
    const kept = await this.drafts.open(request, person, place.draftId);
    const { draft, savedAt: saved } = kept;
    const before = mentionedOr(draft, place, posted.text('kind'));
    const isOlder = isOlderThanDraft(fields, pageKeptAt(kept, place.mentionId));
    const read = readPerson(posted, before, now);
    const { livesInHousehold, whoSaysSo, parentalResponsibility, parentalResponsibilityKnownHow } = before;
    const mentioned = {
      livesInHousehold,
      whoSaysSo,
      parentalResponsibility,
      parentalResponsibilityKnownHow,
      ...read.person,
    };
    const changed = withPerson(draft, mentioned);
    const action = posted.text('action');
    if (action === 'send-now')
      return this.urgent.send(request, person, place.draftId, isOlder ? withOlderPerson(draft, mentioned) : changed);
    if (isOlder) return this.page(place, before, saved, { posted: undefined, errors: [OLDER_THAN_DRAFT] });

    await this.drafts.keep(request, person, place.draftId, withPageKept(changed, place.mentionId, now));
    await this.heldPosts.settle(request);
    if (read.errors.length > 0) return this.page(place, mentioned, now, { posted, errors: read.errors });
    const list = stepPath(place.draftId, place.group);
    return redirect(action === 'add-another' ? `${list}/${newId()}` : list);
  }

  private page(
    { draftId, group, mentionId }: Place,
    mentioned: DraftPerson,
    saved: Date | undefined,
    sent: { posted: Posted | undefined; errors: readonly FieldError[] },
  ): Answer {
    const list = stepPath(draftId, group);
    const another = group === 'children' ? 'Save and add another child' : 'Save and add another adult';
    const view = {
      ...personView({ person: mentioned, ...sent }),
      kind: mentioned.kind,
      another,
      action: `${list}/${mentionId}`,
      progress: progressWords(group),
    };
    const title = group === 'children' ? 'A child, new concern' : 'An adult, new concern';
    const state = saved === undefined ? { text: 'Not saved yet' } : savedAt(saved);
    return page(
      'journeys/make-a-contact/steps/person.njk',
      { title, back: list, section: '/contacts', errors: sent.errors, state },
      view,
    );
  }
}

/** The person already in the draft, or a new one of the kind that is being added. */
function mentionedOr(draft: ContactDraft, { group, mentionId }: Place, kind: unknown): DraftPerson {
  const isChild = group === 'children';
  const kept = draft.people.find((one) => one.mentionId === mentionId && (one.kind !== 'adult') === isChild);
  if (kept !== undefined) return kept;
  return {
    mentionId,
    kind: isChild ? (kind === 'unborn' ? 'unborn' : 'child') : 'adult',
    relation: isChild ? 'concern' : 'household',
    notKnown: [],
  };
}
