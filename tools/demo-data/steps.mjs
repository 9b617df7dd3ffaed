import contracts from '@mash/contracts';
import { createHash } from 'node:crypto';
import { callerOf } from './callers.mjs';
import { DemoClient, eventually } from './demo-client.mjs';
import { findingsAbout } from './findings.mjs';
import { PEOPLE } from './people.mjs';

/** @typedef {import('./demo-client.mjs').DemoClient} Client */

const { CATEGORIES } = contracts;

const newIds = (random) => () => random.id(Date.now());

/** Takes a contact in as its sender would: a professional's own form, or a call that a contact officer took. Once only. */
export async function recordContact(client, contact, now) {
  const own = contact.referrerKind === 'professional' && now - contact.at < 6 * 3_600_000;
  const sender = own ? (contact.source === '2A' ? PEOPLE.teacher : PEOPLE.generalPractitioner) : PEOPLE.contactOfficer;
  const publicKey = await client.takeKey();
  const content = {
    narrative: contact.narrative,
    danger: contact.urgent ? 'yes' : 'no',
    ...(contact.keepFromFamily && {
      keepFromFamily: { answer: 'yes', what: 'This contact', why: contact.keepFromFamily },
    }),
    protectedAddresses: contact.protectedAddress
      ? contact.people
          .filter(({ addressProtected }) => addressProtected)
          .map(({ mentionId }) => ({ mentionId, ...contact.protectedAddress }))
      : [],
  };
  const sealed = await client.seal(sender, { typ: 'contact', contactId: contact.contactId }, { content, publicKey });
  const caller = callerOf(contact, sender);
  const sealedCaller =
    caller &&
    (await client.seal(sender, { typ: 'caller', contactId: contact.contactId }, { content: caller, publicKey }));
  const { contactId, source, referrerKind, urgent, people, consents, presentingIssues } = contact;
  const body = {
    contactId,
    source,
    referrerKind,
    urgent,
    reply: own ? 'email' : caller ? 'telephone' : 'none',
    sealed,
    ...(sealedCaller && { sealedCaller }),
    people,
    consents,
    presentingIssues,
  };
  const received = own ? {} : { receivedAt: new Date(contact.at).toISOString() };
  return client
    .post(sender, 'contact-intake', '/contacts', { ...body, ...received }, { 'idempotency-key': contactId })
    .catch(async (error) => {
      if (error.code !== 'INTAKE.IDEMPOTENCY_CONFLICT' && error.code !== 'INTAKE.CONTACT_EXISTS') throw error;
      const { contacts } = await client.get(PEOPLE.contactOfficer, 'contact-intake', '/contacts');
      return contacts.find((one) => one.contactId === contactId);
    });
}

/** The analyst looks each person up, matches or creates them, and says who lives there. */
export async function screen(client, enquiryId) {
  const path = `/enquiries/${enquiryId}/roster`;
  let roster = await client.get(PEOPLE.analyst, 'contact-intake', path);
  if (roster.confirmed) return;
  for (const person of roster.people.filter(({ matched }) => matched === 'not_looked')) {
    const { mentionId, forenames, surname, birthDate, nhsNumber, upn } = person;
    const search = { enquiryId, mentionId, forenames, surname, birthDate, nhsNumber, upn };
    const { searchId, candidates } = await client.post(PEOPLE.analyst, 'contact-intake', '/people/search', search);
    const likely = candidates.find(({ band }) => band === 'likely');
    const verdict = (candidate, word) =>
      client.post(PEOPLE.analyst, 'contact-intake', `/enquiries/${enquiryId}/mentions/${mentionId}/match`, {
        searchId,
        candidateId: candidate.personId,
        verdict: word,
      });
    if (likely) await verdict(likely, 'same');
    else {
      for (const candidate of candidates.filter(({ band }) => band === 'possible'))
        await verdict(candidate, 'different');
      await client.post(
        PEOPLE.analyst,
        'contact-intake',
        `/enquiries/${enquiryId}/mentions/${mentionId}/create-person`,
        { searchId },
      );
    }
  }
  roster = await client.get(PEOPLE.analyst, 'contact-intake', path);
  const people = roster.people.map(
    ({
      mentionId,
      relation,
      relationship,
      livesInHousehold,
      parentalResponsibility,
      parentalResponsibilityKnownHow,
    }) => ({
      mentionId,
      relation,
      relationship,
      livesInHousehold: livesInHousehold ?? 'not_known',
      parentalResponsibility,
      parentalResponsibilityKnownHow,
    }),
  );
  await client.post(PEOPLE.analyst, 'contact-intake', path, {
    expectedVersion: roster.version,
    whoElse: 'nobody_else',
    whoSaysSo: 'The referrer and the council tax record',
    people,
    added: [],
  });
}

const GROUNDS = {
  'physical-harm': 'injury',
  'domestic-abuse': 'domestic_abuse',
  neglect: 'neglect',
  missing: 'missing',
  exploitation: 'exploitation',
  'sexual-harm': 'sexual',
  'unborn-risk': 'unborn_risk',
};

/** A qualified person rates, with reasons that are sealed, and records the threshold beside it. */
export async function rate(client, enquiryId, contact, random) {
  const view = await eventually(async () => {
    const found = await client.get(PEOPLE.analyst, 'decision', `/enquiries/${enquiryId}`);
    return found.rosterConfirmed && found;
  });
  if (view.ratings.length > 0) return view.ratings[view.ratings.length - 1].colour;
  const { theme } = contact;
  const stated = {
    immediateDanger: 'no',
    injuryOrDisclosure: theme.harm ? 'yes' : 'no',
    suspectedHarm: theme.threshold === 's47' ? 'yes' : 'no',
    domesticAbuse: theme.da ?? 'none',
    missing: theme.missing ?? 'none',
    presentingIssues: theme.issues.length,
  };
  const path = `/enquiries/${enquiryId}`;
  const proposal = await client.post(PEOPLE.manager, 'decision', `${path}/rating-proposal`, { facts: {} });
  const inputs = proposal.inputs.filter(({ id, known }) => known === undefined && stated[id] !== undefined);
  const facts = Object.fromEntries(inputs.map(({ id }) => [id, stated[id]]));
  const { proposed } = await client.post(PEOPLE.manager, 'decision', `${path}/rating-proposal`, { facts });
  const publicKey = await eventually(() => client.enquiryKey(enquiryId));
  const noteId = random.id(Date.now());
  const reasons =
    'Read with what is known of the household and the earlier contacts; the concern is current and specific.';
  const sealed = await client.seal(
    PEOPLE.manager,
    { typ: 'note', enquiryId, noteId, authorId: PEOPLE.manager },
    { content: { reasons }, publicKey },
  );
  const departs = proposed?.colour !== theme.colour;
  await client.post(PEOPLE.manager, 'decision', `${path}/ratings`, {
    expectedVersion: 0,
    colour: theme.colour,
    facts,
    ...(departs && { departureReason: 'pattern' }),
    threshold: {
      level: theme.threshold,
      grounds:
        theme.threshold === 'none' ? [] : [...new Set(theme.issues.map((issue) => GROUNDS[issue] ?? 'needs_unmet'))],
    },
    strategy: theme.colour === 'red' ? 'considered_not_held' : 'not_indicated',
    sealed,
  });
  return theme.colour;
}

const PURPOSE_TEXT = {
  SCREEN: 'We are screening a new concern about a child. Please tell us what you know that bears on it.',
  EH: 'The hub judges that the family may need early help. We ask under section 10 of the Children Act 2004 for what bears on that.',
  S17: 'The hub judges that the child may be in need (Children Act 1989 section 17). We ask for what bears on their needs and their carers.',
  S47: 'There is reasonable cause to suspect significant harm (Children Act 1989 section 47). We ask for what bears on the child’s safety.',
};
/** The statutory task that each of them states; screening states none. */
const TASK = { EH: 'ca04_s10', S17: 'ca89_s17', S47: 'ca89_s47' };

/** What an agency needs to search, as the console seals it: a protected address is left out. */
function askedAbout({ displayName, birthDate, expectedDate, sex, kind, address, addressProtected, relationship }) {
  const addresses = address && !addressProtected ? [[address.lines, address.postcode].filter(Boolean).join(', ')] : [];
  return { names: [displayName], aliases: [], kind, birthDate, expectedDate, sex, addresses, relationship };
}

/** Sends the pack's plan, whole. Nothing reaches an agency before `sharing` has decided each line. */
export async function ask(client, enquiryId, random) {
  const id = newIds(random);
  const plan = await eventually(async () => {
    const drawn = await client.get(PEOPLE.analyst, 'agency-requests', `/enquiries/${enquiryId}/plan`);
    return drawn.ratingVersion > 0 && drawn;
  });
  const wanted = plan.lines.filter(({ suggested }) => suggested);
  if (wanted.length === 0) return;
  const [roster, publicKey] = await Promise.all([
    client.get(PEOPLE.analyst, 'contact-intake', `/enquiries/${enquiryId}/roster`),
    client.enquiryKey(enquiryId),
  ]);
  const purposeText = PURPOSE_TEXT[plan.purpose];
  const textHash = createHash('sha256').update(purposeText, 'utf8').digest('hex');
  const task = TASK[plan.purpose];
  const requests = [];
  for (const agencyId of new Set(wanted.map((line) => line.agencyId))) {
    const own = wanted.filter((line) => line.agencyId === agencyId);
    const requestId = id();
    const envelopes = [];
    for (const personId of new Set(own.map((line) => line.personId))) {
      const person = askedAbout(roster.people.find((one) => one.personId === personId));
      const questions = own
        .filter((line) => line.personId === personId)
        .map(({ category, existenceOnly }) => ({ category, label: CATEGORIES[category].label, existenceOnly }));
      const content = JSON.parse(JSON.stringify({ purposeText, purpose: plan.purpose, person, questions }));
      const sealed = await client.seal(
        PEOPLE.analyst,
        { typ: 'request', enquiryId, requestId, agencyId, personId },
        { content, publicKey },
      );
      envelopes.push({ envelopeId: id(), personId, sealed });
    }
    const lines = own.map(({ personId, category, existenceOnly }) => ({
      lineId: id(),
      personId,
      category,
      existenceOnly,
      need: 'yes',
    }));
    requests.push({ requestId, agencyId, textHash, task, lines, envelopes });
  }
  const { ratingVersion, rosterVersion, thresholdVersion, purpose } = plan;
  await client.post(PEOPLE.analyst, 'agency-requests', `/enquiries/${enquiryId}/requests`, {
    ratingVersion,
    rosterVersion,
    thresholdVersion,
    purpose,
    requests,
  });
}

/** Waits until `sharing` has said of every line what becomes of it, and what it permitted has gone out. */
export const linesDecided = (client, enquiryId) =>
  eventually(
    async () => {
      const { requests } = await client.get(PEOPLE.analyst, 'agency-requests', `/enquiries/${enquiryId}/requests`);
      return requests.every(({ lines }) => lines.every(({ state }) => state !== 'proposed'));
    },
    { seconds: 120 },
  );

const LIAISON = {
  'riverside-police': 'police',
  'riverside-health-trust': 'health',
  'riverside-education': 'education',
  'riverside-social-care': 'socialCare',
};
const SYSTEMS = {
  police: 'Records management system',
  health: 'Shared care record',
  education: 'School information system',
  socialCare: "Children's case system",
};
const CLASSES = { police: 'criminal', health: 'special', education: 'personal', socialCare: 'personal' };

function itemFor(finding, { random, personId, group }) {
  const itemId = random.id(Date.now());
  const days = random.int(5, 600);
  const date = new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
  const {
    category,
    text,
    kind = 'fact',
    handling = group === 'police' ? 'P' : 'none',
    condition,
    sourceRisk,
  } = finding;
  const content = {
    itemId,
    category,
    when: { date },
    kind,
    text,
    source: SYSTEMS[group],
    ...(group === 'police' && { grading: { scheme: '3x5x2', source: '2', assessment: 'B' } }),
  };
  const facts = {
    itemId,
    category,
    class:
      category.startsWith('police') || category === 'domestic-abuse' || category === 'protective-orders'
        ? 'criminal'
        : category === 'missing-episodes'
          ? 'personal'
          : CLASSES[group],
    confidential: group === 'health',
    handling,
    ...(condition && { condition: { kind: condition } }),
    flags: sourceRisk ? ['hub_only', 'source_risk'] : [],
    subjects: [personId],
    thirds: 'none',
    dates: { from: date },
    bar: 'none',
  };
  return { content, facts };
}

/** What is "not open to any team" is not known to them now. */
function coverageState(items, { group, random }) {
  if (items.length === 0) return 'not_known';
  return group === 'socialCare' ? 'known_historic' : random.pick(['known_current', 'known_historic']);
}

async function answerEnvelope(client, { request, person, answerId, account, group, random }) {
  const { personId } = person;
  const asked = request.lines.filter((line) => line.personId === personId).map(({ category }) => category);
  const items = findingsAbout(random, group, person, asked).map((finding) =>
    itemFor(finding, { random, personId, group }),
  );
  const coverage = {
    state: coverageState(items, { group, random }),
    systems: [{ name: SYSTEMS[group] }],
    identifiersUsed: ['name', 'date_of_birth'],
    datesFrom: '2016-01-01',
    datesTo: new Date().toISOString().slice(0, 10),
  };
  const ids = {
    typ: 'answer',
    enquiryId: request.enquiryId,
    requestId: request.requestId,
    answerId,
    agencyId: request.agencyId,
    personId,
  };
  const facts = { identity: 'confirmed', items: items.map((item) => item.facts) };
  const sealed = await client.seal(account, ids, {
    facts,
    content: { coverage, items: items.map((item) => item.content) },
    publicKey: request.answerKey.publicKey,
  });
  return { envelopeId: random.id(Date.now()), personId, sealed };
}

/** People of an enquiry as its roster tells them: what is found about somebody has to fit their age. */
const rosterOf = (client, enquiryId) =>
  client.get(PEOPLE.analyst, 'contact-intake', `/enquiries/${enquiryId}/roster`).then(({ people }) => people);

async function answerRequest(client, { request, account, group, random }) {
  const answerId = random.id(Date.now());
  const people = await rosterOf(client, request.enquiryId);
  const issued = request.lines.filter(({ state }) => state === 'issued').map(({ personId }) => personId);
  const envelopes = [];
  for (const person of people.filter(({ personId }) => issued.includes(personId)))
    envelopes.push(await answerEnvelope(client, { request, person, answerId, account, group, random }));
  const path = `/requests/${request.requestId}/answers`;
  // A line that was permitted in this very moment makes the answer a part of one: the rest stays owed.
  await client.post(account, 'agency-requests', path, { answerId, complete: true, envelopes }).catch((error) => {
    if (error.code !== 'REQUESTS.ANSWER_INVALID') throw error;
    return client.post(account, 'agency-requests', path, { answerId, complete: false, envelopes });
  });
}

/**
 * Liaison staff answer what their agency owes.
 * @param {(enquiryId: string) => number} share of an enquiry's requests that are answered, so that something is always still out
 * @returns how many answers were given
 */
export async function answerWorklists(client, random, share) {
  let given = 0;
  for (const [agencyId, group] of Object.entries(LIAISON)) {
    const account = PEOPLE[group];
    const { requests } = await client.get(account, 'agency-requests', '/worklist');
    for (const { requestId, enquiryId, state } of requests) {
      if (state !== 'open' || !random.chance(share(enquiryId))) continue;
      const request = await client.get(account, 'agency-requests', `/requests/${requestId}`);
      await answerRequest(client, { request: { ...request, agencyId }, account, group, random });
      given++;
    }
  }
  return given;
}
