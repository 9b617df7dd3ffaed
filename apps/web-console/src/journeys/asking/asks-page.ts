import {
  newId,
  type Agencies,
  type AskPreview,
  type Purpose,
  type ResearchPlan,
  type StatutoryTask,
} from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import { AgencyRequestsClient } from '../../api-clients/agency-requests.client';
import { ServiceProblem } from '../../api-clients/service-errors';
import type { Asker } from '../../api-clients/service-http';
import { SharingClient } from '../../api-clients/sharing.client';
import type { FieldError } from '../../forms/field-error';
import type { Answer } from '../../layout/page';
import { TitlesOfAgreements } from '../../layout/titles-of-agreements';
import { notNamedWords, notShownWords } from '../../presenters/not-named';
import type { ConsoleRequest } from '../../session/console-request';
import { enquiryPage, type OpenEnquiry } from '../enquiry/shared';
import { linesOfPlan, type AskLine } from './plan/ask-line';
import { worriesOf } from './plan/needed-for';
import { planView, type PlanView } from './plan/plan.presenter';
import { sentHeading, sentView, type SentRequestView } from './sent/sent.presenter';
import { purposesOf, taskIn } from './plan/purpose.form';
import { defaultPurposeText } from './words/purpose-text';

/** What was typed on the page, where it comes back. */
export interface AskTyped {
  readonly added: readonly AskLine[];
  readonly ticked?: ReadonlySet<string>;
  readonly purposeText?: string;
  /** What it is asked for, where that is not the plan's own work. */
  readonly purpose?: Purpose;
  readonly task?: string;
  readonly sendId?: string;
  readonly typed?: Readonly<Record<string, string>>;
  readonly errors?: readonly FieldError[];
  /** What came of pressing "Ask again". */
  readonly said?: string;
}

export interface AsksView {
  readonly heading: string;
  readonly action: string;
  readonly sendId: string;
  readonly sent: readonly SentRequestView[];
  readonly plan: PlanView | undefined;
  readonly rateHref: string | undefined;
  readonly said: string | undefined;
  /** How many were asked besides, of whom this reader may not know. */
  readonly notNamed: string | undefined;
  /** Which of the plan are not offered, since whether they were asked is not shown. */
  readonly notShown: string | undefined;
}

/** Councils of other partnerships that the register knows. */
export const neighboursOf = (agencies: Agencies['agencies']): ReadonlySet<string> =>
  new Set(agencies.filter(({ kind }) => kind === 'council_other').map(({ agencyId }) => agencyId));

/** The page of what is asked of whom: what was sent, with its state, and what could be sent still. */
@Injectable()
export class AsksPage {
  constructor(
    private readonly agencyRequests: AgencyRequestsClient,
    private readonly sharing: SharingClient,
    private readonly titles: TitlesOfAgreements,
  ) {}

  async show(asker: ConsoleRequest, open: OpenEnquiry, typed: AskTyped = { added: [] }): Promise<Answer> {
    const { enquiryId } = open.enquiry;
    const [plan, { requests, notNamed }, agencies] = await Promise.all([
      this.planOf(asker, enquiryId),
      this.agencyRequests.requestsOf(asker, enquiryId),
      this.sharing.agencies(asker),
    ]);
    const decisions = requests.length === 0 ? [] : await this.sharing.decisionsAbout(asker, enquiryId);
    const view = plan && (await this.planView(asker, open, { plan, agencies, typed }));
    const titleOf = await this.titles.of(asker);
    const sent = sentView({ requests, decisions, names: open.names, named: open.named, titleOf, now: open.now });
    const heading =
      sentHeading(requests) ?? (plan === undefined ? 'Nothing can be asked before it is rated' : view?.outcomes);
    return enquiryPage(open, {
      template: 'journeys/asking/asks.njk',
      title: 'Asks',
      section: 'asks',
      errors: typed.errors ?? [],
      view: this.viewOf(open, {
        heading: heading ?? 'Nothing to ask',
        sent,
        plan: view,
        sendId: typed.sendId ?? newId(),
        said: typed.said,
        notNamed: notNamedWords(notNamed),
        notShown: plan && notShownWords(plan.lines),
      }),
    });
  }

  /** The pack's plan; undefined before the enquiry is rated. */
  async planOf(asker: Asker, enquiryId: string): Promise<ResearchPlan | undefined> {
    try {
      return await this.agencyRequests.plan(asker, enquiryId);
    } catch (error) {
      if (error instanceof ServiceProblem && error.code === 'REQUESTS.NOT_RATED') return undefined;
      throw error;
    }
  }

  private viewOf(open: OpenEnquiry, view: Omit<AsksView, 'action' | 'rateHref'>): AsksView {
    const base = `/enquiries/${open.reference}`;
    return { ...view, action: `${base}/asks`, rateHref: view.plan === undefined ? `${base}/rate` : undefined };
  }

  private async planView(
    asker: Asker,
    { enquiry, names, roster }: OpenEnquiry,
    its: { plan: ResearchPlan; agencies: Agencies['agencies']; typed: AskTyped },
  ): Promise<PlanView> {
    const { plan, typed } = its;
    const lines = [...linesOfPlan(plan.lines), ...typed.added];
    const { purpose = plan.purpose } = typed;
    const { lines: preview, consentVersion } = await this.preview(asker, enquiry.enquiryId, lines, {
      purpose,
      task: taskIn(typed.task, purpose, plan.purpose),
    });
    return planView({
      ...{
        lines,
        preview,
        consentVersion,
        names,
        roster,
        worries: worriesOf(enquiry),
        ticked: typed.ticked,
        purpose,
        purposes: purposesOf(plan),
        work: plan.purpose,
        task: typed.task,
        dueInWords: plan.dueInWords,
      },
      agencies: new Map(its.agencies.map(({ agencyId, name }) => [agencyId, name])),
      neighbours: neighboursOf(its.agencies),
      purposeText: typed.purposeText ?? defaultPurposeText(purpose, plan.purpose),
      typed: typed.typed ?? {},
      errors: typed.errors ?? [],
    });
  }

  private async preview(
    asker: Asker,
    enquiryId: string,
    lines: readonly AskLine[],
    { purpose, task }: { purpose: Purpose; task: StatutoryTask | undefined },
  ): Promise<AskPreview> {
    if (lines.length === 0) return { lines: [] };
    const asked = lines.map(({ agencyId, personId, category, existenceOnly, crossBorder, need }) => ({
      ...{ agencyId, personId, category, existenceOnly, ...need },
      ...(crossBorder === true && { crossBorder }),
    }));
    return this.sharing.previewAsk(asker, enquiryId, {
      ...{ purpose, lines: asked.slice(0, 200) },
      ...(task && { task }),
    });
  }
}
