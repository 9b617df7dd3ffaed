import type { ObligationView } from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import { ContactIntakeClient } from '../../api-clients/contact-intake.client';
import { ServiceDown, ServiceProblem } from '../../api-clients/service-errors';
import type { ConsoleRequest } from '../../session/console-request';
import { isHub } from '../enquiry/shared/is-hub';
import { SubjectNames } from '../releasing/subject-names';

type Task = Pick<ObligationView, 'enquiryId' | 'personId'>;

/** Each roster is a read of its own: a list names those of its first enquiries, which are the late ones. */
const ROSTERS_AT_MOST = 25;

/**
 * Whom tasks are about: to the hub by the roster's names, to an agency as the hub named them when it asked. Information governance and
 * administrators read no names of a case: theirs reads as nobody in particular.
 */
@Injectable()
export class TaskPeople {
  constructor(
    private readonly intake: ContactIntakeClient,
    private readonly subjects: SubjectNames,
  ) {}

  /** By their ids, for the hub; nobody to anybody else. */
  async onRosters(request: ConsoleRequest, tasks: readonly Task[]): Promise<ReadonlyMap<string, string>> {
    if (request.person === undefined || !isHub(request.person)) return new Map();
    const enquiryIds = [
      ...new Set(tasks.flatMap(({ personId, enquiryId }) => (personId === undefined ? [] : enquiryId))),
    ];
    const rosters = enquiryIds.slice(0, ROSTERS_AT_MOST).map((enquiryId) => this.rosterOf(request, enquiryId));
    return new Map((await Promise.all(rosters)).flat());
  }

  /** Of one task, which its owner is about to do. */
  async ofTask(
    request: ConsoleRequest,
    { enquiryId, personId }: Task,
    isOfAgency: boolean,
  ): Promise<string | undefined> {
    if (personId === undefined) return undefined;
    if (isOfAgency) return this.subjects.of(request, { enquiryId, personId });
    return (await this.onRosters(request, [{ enquiryId, personId }])).get(personId);
  }

  private async rosterOf(request: ConsoleRequest, enquiryId: string): Promise<[string, string][]> {
    try {
      const { people } = await this.intake.roster(request, enquiryId);
      return people.map(({ personId, displayName }) => [personId, displayName]);
    } catch (error) {
      if (error instanceof ServiceDown || error instanceof ServiceProblem) return [];
      throw error;
    }
  }
}
