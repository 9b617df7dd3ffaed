import clocks from '@mash/clocks';
import contracts from '@mash/contracts';
import packs from '@mash/threshold-packs';
import { Refused } from './demo-client.mjs';
import { PEOPLE } from './people.mjs';

const { purposeOfThreshold } = contracts;

/**
 * What the hub did with the older half of the demo: it answered what waited for a human, read the picture, decided for each child, handed
 * over with released items, was taken at its word or sent back, and told the referrer.
 */

/** A manager's reasons, in the parts that the decision form asks for. */
const RATIONALE = {
  s47: {
    worried: 'A current, specific harm, told by the child and seen by others.',
    workingWell: 'An adult outside the home whom the child trusts.',
    needsToHappen: 'A strategy discussion today, and nobody speaks to the family before it.',
  },
  s17: {
    worried: 'Needs that the family cannot meet alone and that several agencies see.',
    workingWell: 'The parents answer the door and the telephone.',
    needsToHappen: 'An assessment with the family, starting from what they say would help.',
  },
  early_help: {
    worried: 'Small things that add up.',
    workingWell: 'The family asks for help.',
    needsToHappen: 'One lead professional who starts from what the family wants.',
  },
  none: {
    worried:
      'Read against the threshold document with what the agencies hold: nothing that the services every family has cannot meet.',
    workingWell: 'School and surgery know the family and see them often.',
    needsToHappen: 'Advice to the referrer; no further action by the hub.',
  },
};
const OUTCOME = { s47: 'strategy_s47', s17: 'social_care_assessment', early_help: 'early_help', none: 'advice' };
const TEAMS = {
  strategy_s47: { team: 'social-care', audience: 'team_sc', toAgencyId: 'riverside-social-care' },
  social_care_assessment: { team: 'social-care', audience: 'team_sc', toAgencyId: 'riverside-social-care' },
  early_help: { team: 'early-help', audience: 'team_eh', toAgencyId: 'riverside-early-help' },
};
const HANDOVER = {
  'social-care': 'Please see the children this week. The school is the safest place to speak to them first.',
  'early-help': 'The family knows that you will ring and has said that afternoons are best.',
};
const LETTERS = {
  full: 'Thank you for telling us. It was looked at with the agencies that know the family, and decided. Nothing more is asked of you now; if you disagree, ring the hub and ask for the manager.',
};
const REFERRER = {
  professional: { audience: 'referrer_pro', extent: 'full' },
  public: { audience: 'referrer_public', extent: 'receipt_only' },
  family: { audience: 'referrer_public', extent: 'receipt_only' },
  child: { audience: 'referrer_public', extent: 'receipt_only' },
};

/** The manager answers what waits for a human about these enquiries: mostly yes, sometimes no, always with a reason. */
export async function answerReviews(client, enquiryIds, random) {
  const { reviews } = await client.get(PEOPLE.manager, 'sharing', '/reviews');
  for (const { reviewId, enquiryId, releaser } of reviews) {
    if (!enquiryIds.has(enquiryId) || releaser !== 'hub_manager') continue;
    const yes = random.chance(0.85);
    const reason = yes
      ? 'The answer bears on what help the children need, and asking tells no more than that the hub looks.'
      : 'The worry does not need this person’s history.';
    const answer = yes
      ? { answer: 'release', ground: 'necessary_and_proportionate' }
      : { answer: 'refuse', ground: 'not_necessary' };
    const sealedReason = await client.seal(
      PEOPLE.manager,
      { typ: 'review', enquiryId, reviewId },
      { content: { reason, ground: answer.ground }, publicKey: await client.enquiryKey(enquiryId) },
    );
    await client
      .post(PEOPLE.manager, 'sharing', `/reviews/${reviewId}/answer`, { ...answer, sealedReason })
      .catch((error) => {
        if (!(error instanceof Refused) || error.status >= 500) throw error; // settled by an earlier answer, or another's to answer
      });
  }
}

const rowsOf = ({ answerId, requestId, agencyId, envelopes }) =>
  envelopes.map(({ envelopeId, personId, sealed }) => ({
    ...{ typ: 'answer', version: 1, envelopeId, answerId, requestId, agencyId, personId, sealed },
  }));

/** The analyst reads the picture: what may be shown is shown, and what a holder has to release first now waits for them. */
export async function seePicture(client, { enquiryId, contact, random }) {
  const purpose = purposeOfThreshold(contact.theme.threshold);
  const { answers } = await client.get(PEOPLE.analyst, 'agency-requests', `/enquiries/${enquiryId}/answers`);
  const envelopes = answers.flatMap(rowsOf);
  if (envelopes.length === 0) return { envelopes, itemIds: [] };
  const { items } = await client.post(PEOPLE.analyst, 'sharing', '/releases', {
    ...{ releaseId: random.id(Date.now()), enquiryId, mode: 'content', purpose, envelopes },
  });
  return { envelopes, itemIds: items.filter(({ visibility }) => visibility === 'shown').map(({ itemId }) => itemId) };
}

async function makeDecision(client, enquiry, { threshold, outcome, random }) {
  const { enquiryId } = enquiry;
  const { requests } = await client.get(PEOPLE.manager, 'agency-requests', `/enquiries/${enquiryId}/requests`);
  const silent = requests.filter(({ state }) => state === 'open');
  const decisionId = random.id(Date.now());
  const sealed = await client.seal(
    PEOPLE.manager,
    { typ: 'decision', enquiryId, decisionId },
    { content: RATIONALE[threshold], publicKey: await client.enquiryKey(enquiryId) },
  );
  const children = enquiry.people.filter(({ kind }) => kind !== 'adult');
  const asked = [...new Set(requests.map(({ agencyId }) => agencyId))];
  await client.post(PEOPLE.manager, 'decision', `/enquiries/${enquiryId}/decisions`, {
    expectedVersion: enquiry.decisions.length,
    rosterVersion: enquiry.rosterVersion,
    outcomes: children.map(({ personId }) => ({ personId, outcome })),
    agencyViews: asked.map((agencyId) => ({
      agencyId,
      view: silent.some((one) => one.agencyId === agencyId)
        ? 'no_answer'
        : random.pick(['agrees', 'agrees', 'no_view']),
    })),
    unansweredConfirmed: silent.map(({ requestId }) => requestId),
    strategy: threshold === 's47' ? 'held' : enquiry.colour === 'red' ? 'considered_not_held' : 'not_indicated',
    whoTellsFamily: threshold === 's47' ? 'receiving_team' : 'hub',
    sealed,
  });
  return { decisionId, children: children.map(({ personId }) => personId) };
}

async function handOver(client, enquiryId, { decisionId, children, outcome, threshold, picture, roster, random }) {
  const to = TEAMS[outcome];
  if (to === undefined) return;
  const productId = random.id(Date.now());
  const { team, audience, toAgencyId } = to;
  const made = await client.post(PEOPLE.manager, 'sharing', '/outward-products', {
    ...{ productId, enquiryId, kind: 'handover', audience, toAgencyId, ...picture },
    purpose: team === 'social-care' ? purposeOfThreshold(threshold) : 'EH',
    personIds: children,
    words: HANDOVER[team],
    people: children.map((personId) => ({
      personId,
      displayName: roster.people.find((one) => one.personId === personId).displayName,
    })),
  });
  if (made.state === 'refused') return; // the family refuses help: it waits for the manager to look again
  await client.post(PEOPLE.manager, 'decision', `/enquiries/${enquiryId}/routes`, {
    ...{ decisionId, team, toAgencyId, personIds: made.personIds ?? children, productId },
  });
}

/** A member of the public is told in the pack's own words, and in no others. */
function receiptOf({ pack, reference, receivedAt }) {
  const receivedOn = clocks.londonDate(new Date(receivedAt));
  return packs
    .renderLetter(packs.loadPack(pack.id, pack.version), 'receipt_only', { reference, receivedOn })
    .paragraphs.join('\n\n');
}

/** Every referrer hears what the rules allow, or why not is on record. */
async function tellReferrer(client, { enquiryId, pack }, { decisionId, children, contact, random }) {
  const telling = REFERRER[contact.referrerKind];
  const path = `/enquiries/${enquiryId}/feedback`;
  const withhold = (withheldReason) =>
    client.post(PEOPLE.manager, 'decision', path, { decisionId, extent: 'withheld', withheldReason });
  if (telling === undefined) return withhold('anonymous');
  const letterId = random.id(Date.now());
  const { audience, extent } = telling;
  const { referrerAgencyId, reference, receivedAt } = await client.get(
    PEOPLE.manager,
    'contact-intake',
    `/enquiries/${enquiryId}/contact`,
  );
  const made = await client.post(PEOPLE.manager, 'sharing', '/outward-products', {
    ...{ productId: letterId, enquiryId, kind: 'letter', purpose: 'FEEDBACK', audience },
    ...{ toAgencyId: referrerAgencyId ?? 'riverside-council', personIds: children },
    words: extent === 'receipt_only' ? receiptOf({ pack, reference, receivedAt }) : LETTERS[extent],
    ...{ envelopes: [], itemIds: [], people: [] },
  });
  if (made.state === 'refused') return withhold('do_not_alert');
  return client.post(PEOPLE.manager, 'decision', path, { decisionId, extent, letterId });
}

/** Decides one enquiry and sends it on its way. Once only. */
export async function decideAndRoute(client, { enquiryId, contact, random }) {
  const enquiry = await client.get(PEOPLE.manager, 'decision', `/enquiries/${enquiryId}`);
  if (enquiry.decisions.length > 0 || enquiry.ratings.length === 0) return;
  const { threshold } = contact.theme;
  const outcome = OUTCOME[threshold];
  const [picture, roster] = await Promise.all([
    seePicture(client, { enquiryId, contact, random }),
    client.get(PEOPLE.manager, 'contact-intake', `/enquiries/${enquiryId}/roster`),
  ]);
  const { decisionId, children } = await makeDecision(client, enquiry, { threshold, outcome, random });
  const decided = { decisionId, children, outcome, threshold };
  await handOver(client, enquiryId, { ...decided, picture, roster, random });
  await tellReferrer(client, enquiry, { ...decided, contact, random });
}

const RECEIVERS = [
  { account: PEOPLE.socialCareManager, workers: ['Farah Lindqvist', 'Owen Tait', 'Beth Amadi'] },
  { account: PEOPLE.earlyHelp, workers: ['Lucy Bannister', 'Tom Okoro'] },
];

/** The receiving teams take what they were given; a few wait, and one in twelve comes back with its reason. */
export async function answerInboxes(client, random) {
  for (const { account, workers } of RECEIVERS) {
    const { items } = await client.get(account, 'decision', '/inbox');
    for (const { routeId, enquiryId, state } of items) {
      if (state !== 'waiting' || random.chance(0.12)) continue;
      if (!random.chance(0.08)) {
        const workerName = random.pick(workers);
        await client.post(account, 'decision', `/inbox/${routeId}/accept`, { workerName });
        continue;
      }
      const noteId = routeId;
      const sealed = await client.seal(
        account,
        { typ: 'note', enquiryId, noteId, authorId: account },
        {
          content: { words: 'The family is known to us and has a worker. Please send it to them.' },
          publicKey: await client.enquiryKey(enquiryId),
        },
      );
      await client.post(account, 'decision', `/inbox/${routeId}/return`, { reasonCode: 'already_open', sealed });
    }
  }
}

/** Calls back those who cannot be written to; the last few are still to be made. */
export async function makeTelephoneCalls(client, random) {
  const { tasks } = await client.get(PEOPLE.contactOfficer, 'contact-intake', '/telephone-tasks');
  for (const task of tasks) {
    if (task.doneAt !== undefined || random.chance(0.2)) continue;
    await client.post(PEOPLE.contactOfficer, 'contact-intake', `/telephone-tasks/${task.taskId}/done`);
  }
}
