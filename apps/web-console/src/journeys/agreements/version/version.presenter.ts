import { londonDateTime } from '@mash/clocks';
import { CATEGORIES, type AgreementDetail, type AgreementStep, type DraftReplaced } from '@mash/contracts';
import { draftThatIsThere } from '../draft/draft.presenter';
import { comparePath, stopPath, versionPath } from '../shared/agreement-paths';
import { BASIS_WORDS } from '../shared/basis-words';
import { namesOf, type BodyNames } from '../shared/body-names';
import { dayWords } from '../shared/day-words';
import { lineWords, type LineWords } from '../shared/line-words';
import { listed } from '../shared/listed';
import { ROLE_WORDS } from '../shared/role-words';
import { isUnsafe, standingWords } from '../shared/standing';
import { upperFirst } from '../shared/upper-first';
import { waitingWords } from '../shared/waiting-words';

interface Action {
  readonly text: string;
  readonly href: string;
}

/** What is done with a draft is done with the one that is shown, and with no other. */
interface OfDraft extends Action {
  readonly read?: DraftReplaced;
}

/** One version in full: where it stands, what it says, who approved it, what happened to it, and what the reader may do. */
export interface VersionView {
  readonly heading: string;
  readonly standing: string;
  readonly isUnsafe: boolean;
  readonly waits: readonly string[];
  readonly findings: readonly { readonly field: string; readonly message: string }[];
  /** Of a version in force: which parties rest on a ground that they cannot have any more. */
  readonly outOfDate: readonly string[];
  readonly facts: readonly { readonly key: string; readonly value: string }[];
  readonly parties: readonly { readonly name: string; readonly role: string; readonly approved: string }[];
  readonly lines: readonly LineWords[];
  readonly bases: readonly { readonly body: string; readonly what: string; readonly why: readonly string[] }[];
  readonly history: readonly { readonly at: string; readonly what: string; readonly by: string }[];
  /** The one thing to do next; a form with this button. */
  readonly next?: OfDraft;
  readonly more: readonly Action[];
  /** A draft may be thrown away. */
  readonly discard?: OfDraft;
}

const STEPS: Readonly<Record<AgreementStep['step'], string>> = {
  drafted: 'Drafted',
  discarded: 'Draft thrown away',
  proposed: 'Sent out for approval',
  approved: 'Approved',
  put_in_force: 'Put in force',
  superseded: 'Superseded',
  stopped: 'Sharing stopped',
};

function approvedWords(detail: AgreementDetail, agencyId: string): string {
  const { approvedAt, approvedBy } = detail.approvals.find((one) => one.agencyId === agencyId) ?? {};
  if (approvedAt === undefined) return detail.state === 'draft' ? 'Not asked yet' : 'Has not approved';
  const by = approvedBy === undefined ? '' : ` by ${approvedBy.name}, ${approvedBy.jobTitle}`;
  return `Approved ${londonDateTime(new Date(approvedAt))}${by}`;
}

const byWords = ({ byName, byJobTitle, byAccount }: AgreementStep): string =>
  byName === undefined ? `Not in the register of signatories (account ${byAccount})` : `${byName}, ${byJobTitle ?? ''}`;

const stepView = (step: AgreementStep, names: BodyNames): VersionView['history'][number] => ({
  at: londonDateTime(new Date(step.at)),
  what: [
    `Version ${step.version}: ${STEPS[step.step].toLowerCase()}`,
    step.agencyId === undefined ? '' : ` for ${names.get(step.agencyId) ?? step.agencyId}`,
  ].join(''),
  by: byWords(step),
});

function nextOf(detail: AgreementDetail, approvesFor: string): OfDraft | undefined {
  if (detail.findings.length > 0) return undefined;
  const path = versionPath(detail);
  if (detail.may.includes('approve')) return { text: `Approve for ${approvesFor}`, href: `${path}/approve` };
  if (detail.may.includes('propose'))
    return { text: 'Send out for approval', href: `${path}/propose`, read: draftThatIsThere(detail.history) };
  return detail.may.includes('put-in-force') ? { text: 'Put in force', href: `${path}/put-in-force` } : undefined;
}

/** What is not in force yet asks its parties to agree: it goes out as a request. */
const isAgreed = ({ state }: AgreementDetail): boolean => !['draft', 'proposed', 'approved'].includes(state);

/** Steps that leave no version behind, where nothing else was done with it. */
const OF_A_DRAFT: readonly AgreementStep['step'][] = ['drafted', 'discarded'];

function moreOf(detail: AgreementDetail): Action[] {
  const earlier = detail.history
    .filter(({ version, step }) => version < detail.version && !OF_A_DRAFT.includes(step))
    .map(({ version }) => version);
  const before = Math.max(0, ...earlier);
  const path = versionPath(detail);
  return [
    ...(before > 0
      ? [{ text: `Compare with version ${before}`, href: comparePath(detail, before, detail.version) }]
      : []),
    ...(detail.may.includes('draft')
      ? [
          {
            text: detail.state === 'draft' ? 'Go on writing it' : 'Draft the next version from it',
            href: `${path}/draft`,
          },
        ]
      : []),
    { text: 'Download (YAML)', href: `${path}/export/yaml` },
    { text: `Download (MAIS ${isAgreed(detail) ? 'policy' : 'request'}, JSON)`, href: `${path}/export/mais` },
    ...(detail.may.includes('stop') ? [{ text: 'Stop sharing now', href: stopPath(detail) }] : []),
  ];
}

function factsOf(detail: AgreementDetail): VersionView['facts'] {
  const { inForceFrom, inForceTo, reviewDue, tier, owner, dpia, words } = detail;
  const end = inForceTo === undefined ? 'until it is superseded or stopped' : `to ${dayWords(inForceTo)}`;
  return [
    { key: 'Counts', value: `From ${dayWords(inForceFrom)} ${end}` },
    { key: 'Review due', value: dayWords(reviewDue) },
    { key: 'Kept by', value: owner },
    { key: 'Tier', value: tier === 'single' ? 'Single agreement' : upperFirst(tier.replace('-', ' ')) },
    { key: 'Why', value: words.why },
    { key: 'How long it is kept', value: words.retention },
    ...(words.asking === undefined ? [] : [{ key: 'Asking and objecting', value: words.asking }]),
    ...(words.security === undefined ? [] : [{ key: 'How it is kept safe', value: words.security }]),
    { key: 'Impact assessment', value: dpia ?? 'None is linked' },
  ];
}

/** The register check names the ground by its place among those of the version. */
function outOfDateOf({ outOfDate = [], bases }: AgreementDetail, names: BodyNames): string[] {
  const parties = outOfDate.flatMap(({ field }) => bases[Number(field.split('.')[1])]?.agencyId ?? []);
  return [...new Set(parties)].map((agencyId) => names.get(agencyId) ?? agencyId);
}

/** @param approvesFor name of the reader's own body */
export function versionView(detail: AgreementDetail, approvesFor: string): VersionView {
  const names = namesOf(detail.bodies);
  const next = nextOf(detail, approvesFor);
  const isDraft = detail.state === 'draft' && detail.may.includes('draft');
  return {
    heading: `${detail.title}, version ${detail.version}`,
    standing: standingWords(detail),
    isUnsafe: isUnsafe(detail),
    waits: waitingWords(detail),
    findings: detail.findings.map(({ field, message }) => ({ field, message })),
    outOfDate: outOfDateOf(detail, names),
    facts: factsOf(detail),
    parties: detail.parties.map(({ agencyId, role, responsibilities }) => ({
      name: names.get(agencyId) ?? agencyId,
      role: [ROLE_WORDS[role], responsibilities].filter((part) => part !== undefined).join('. '),
      approved: approvedWords(detail, agencyId),
    })),
    lines: detail.lines.map((line) => lineWords(line, names)),
    bases: detail.bases.map(({ agencyId, categories, basis }) => ({
      body: names.get(agencyId) ?? agencyId,
      what: listed(categories.map((category) => CATEGORIES[category].label)),
      why: basis.map((code) => BASIS_WORDS[code]),
    })),
    history: detail.history.map((step) => stepView(step, names)).reverse(),
    ...(next && { next }),
    more: moreOf(detail),
    ...(isDraft && {
      discard: {
        text: 'Throw this draft away',
        href: `${versionPath(detail)}/discard`,
        read: draftThatIsThere(detail.history),
      },
    }),
  };
}
