/**
 * How fast the sharing decision is, against a hand-written lookup table that knows the answer and gives no reason.
 *
 * Both answer the same stream of questions, which differ in their facts and in whose agreement they fall under. A decision
 * matches the agreements, puts the agreement into the question, and decides with every reason, basis, obligation and
 * redaction. The lookup joins party, purpose, category and mode to one key for the agreement, and the facts that turn this
 * stream's outcomes to a second one for the outcome, and has nothing else to say. The rounds of the two are interleaved.
 */
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { dirname, join } from 'node:path';

const load = createRequire(import.meta.url);
const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const decision = join(root, 'apps', 'sharing', 'dist', 'domain', 'decision');
const { compileRules, decide, indexAgreements, matchAgreement, parseSharingQuestion } = load(
  join(decision, 'index.js'),
);

const NOW = Date.parse('2026-11-02T10:00:00Z');
const QUESTIONS = 4096;
const PASSES = 6;
const ROUNDS = 45;
const PURPOSES = ['EH', 'S17', 'S47', 'DA'];
const CATEGORIES = ['attendance', 'injuries', 'mental-health', 'police-callouts', 'housing'];
const KINDS = ['health', 'education', 'police', 'housing', 'probation'];

/** A small fixed generator: the same questions in every run. */
function dice(seed) {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * sides);
  };
}
const oneOf = (roll, values) => values[roll(values.length)];
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

const organisation = (at) => `organisation-${at}`;

/** One line for each organisation, purpose and category in turn, until there are `count`. */
function agreementLines(count) {
  return Array.from({ length: count }, (_, at) => ({
    agreementId: `agreement-${at}`,
    version: 1,
    lineId: `line-${at}`,
    rank: at % 7 === 0 ? 'exception' : 'default',
    effect: at % 5 === 0 ? 'deny' : 'allow',
    from: { organisations: [organisation(Math.floor(at / 20))], kinds: [] },
    to: { organisations: ['council'], kinds: [] },
    purposes: [PURPOSES[at % 4]],
    categories: [CATEGORIES[Math.floor(at / 4) % 5]],
    modes: ['content', 'onward'],
    startsOn: '2026-01-01',
    standingRelease: ['team_sc'],
  }));
}

/** The facts of a hub's ordinary day: most everyday, some not. */
function facts(roll) {
  const threshold = oneOf(roll, ['eh', 's17', 's17', 's47']);
  const mode = oneOf(roll, ['content', 'content', 'content', 'onward']);
  return {
    mode,
    audience: mode === 'content' ? oneOf(roll, ['hub_analyst', 'hub_analyst', 'hub_manager', 'rep_joint']) : 'team_sc',
    fromKind: oneOf(roll, KINDS),
    fromDuty: roll(10) === 0 ? 'unbound' : 'bound',
    fromReveals: 'none',
    toKind: 'council',
    toDuty: 'bound',
    toReveals: 'none',
    side: 'none',
    access: roll(20) === 0 ? 'named' : 'ordinary',
    threshold,
    purpose: oneOf(roll, PURPOSES),
    urgent: roll(4) === 0 ? 'yes' : 'no',
    text: 'same',
    need: roll(15) === 0 ? 'unclear' : 'yes',
    width: 'named',
    dataClass: oneOf(roll, ['personal', 'special', 'special', 'criminal']),
    confidential: roll(2) === 0 ? 'yes' : 'no',
    bar: roll(40) === 0 ? 'court' : 'none',
    subjectKind: oneOf(roll, ['u13', 'u13', '13_15', '16_17', 'adult']),
    relation: oneOf(roll, ['concern', 'household']),
    relevance: roll(12) === 0 ? 'old' : 'relevant',
    consent: oneOf(roll, ['given', 'given', 'refused', 'not_sought']),
    service: 'given',
    ground: oneOf(roll, ['none', 'NS_HARM', 'NS_CONTACT']),
    objects: roll(15) === 0 ? 'yes' : 'no',
    dispute: roll(25) === 0 ? 'open' : 'none',
    pr: 'proven',
    thirds: oneOf(roll, ['none', 'none', 'personal']),
    redaction: 'whole',
    handling: oneOf(roll, ['none', 'none', 'P', 'C']),
    met: roll(2) === 0 ? 'yes' : 'no',
    release: 'none',
    detriment: roll(40) === 0 ? 'recorded' : 'none',
    identity: roll(30) === 0 ? 'possible' : 'confirmed',
    flags: roll(6) === 0 ? ['hub_only'] : [],
    protectedPlaces: roll(8) === 0 ? ['address'] : [],
    conditions: [],
    agreement: 'none',
    now: NOW,
  };
}

function parsed(raw) {
  const result = parseSharingQuestion(raw);
  if (!result.ok) throw new Error(result.errors.map(({ fact, problem }) => `${fact} ${problem}`).join('; '));
  return result.question;
}

/** Questions in a fixed order, each with the organisation and category that its agreement turns on. */
function stream(ruleCount) {
  const roll = dice(20260930);
  const organisations = Math.ceil(ruleCount / 20);
  return Array.from({ length: QUESTIONS }, () => {
    const question = parsed(facts(roll));
    const { fromKind, toKind, purpose, mode, audience, now } = question;
    const parties = {
      fromOrganisation: organisation(roll(organisations)),
      fromKind,
      toOrganisation: 'council',
      toKind,
    };
    return { question, asked: { ...parties, purpose, category: oneOf(roll, CATEGORIES), mode, audience, now } };
  });
}

/** The whole of it: agreements matched, every row tried or looked up, all reasons given. */
function decider(lines, remember) {
  const index = indexAgreements(lines);
  const rules = compileRules({ remember });
  return ({ question, asked }) => {
    const { agreement, uncovered, overdue, standingRelease, lineFault } = matchAgreement(index, asked);
    return decide({ ...question, agreement, uncovered, overdue, standingRelease, lineFault }, rules);
  };
}

/** By hand: two keys, two looks, an outcome. */
function bareLookup(lines, questions, decideOne) {
  const agreements = new Map();
  for (const { from, to, purposes, categories, modes, effect } of lines) {
    for (const mode of modes) {
      agreements.set(`${from.organisations[0]}|${to.organisations[0]}|${purposes[0]}|${categories[0]}|${mode}`, effect);
    }
  }
  const outcomes = new Map();
  const look = ({ question: q, asked: a }, put) => {
    const key = `${a.fromOrganisation}|${a.toOrganisation}|${a.purpose}|${a.category}|${a.mode}`;
    const agreed = agreements.get(key) ?? 'none';
    const facts = `${q.mode}|${q.audience}|${q.threshold}|${q.consent}|${q.ground}|${q.handling}|${q.dataClass}|${agreed}`;
    if (put === undefined) return outcomes.get(facts);
    outcomes.set(facts, put);
    return put;
  };
  for (const one of questions) look(one, decideOne(one).outcome);
  return look;
}

/** Nanoseconds of processor time for one question, in one round: other work on the machine does not count. */
function timed(answer, questions) {
  let answered = 0;
  const started = process.cpuUsage();
  for (let pass = 0; pass < PASSES; pass += 1) {
    for (const question of questions) if (answer(question) !== undefined) answered += 1;
  }
  const { user, system } = process.cpuUsage(started);
  if (answered !== PASSES * questions.length) throw new Error('A question was left without an answer');
  return ((user + system) * 1000) / answered;
}

/** All contestants in turn, round by round; the first rounds warm up. Gives the times of each round side by side. */
function race(contestants) {
  const rounds = [];
  for (let round = -6; round < ROUNDS; round += 1) {
    globalThis.gc?.();
    const times = contestants.map(({ answer, questions }) => timed(answer, questions));
    if (round >= 0) rounds.push(times);
  }
  return rounds;
}

const sizes = [100, 10_000].map((count) => {
  const lines = agreementLines(count);
  const questions = stream(count);
  const full = decider(lines, 32_768);
  return { questions, full, bare: bareLookup(lines, questions, full), afresh: decider(lines, 0) };
});
const [small, large] = sizes;

const rounds = race([
  { answer: small.full, questions: small.questions },
  { answer: small.bare, questions: small.questions },
  { answer: large.full, questions: large.questions },
  { answer: large.bare, questions: large.questions },
]);
const [fullSmall, bareSmall, fullLarge, bareLarge] = [0, 1, 2, 3].map((at) => median(rounds.map((times) => times[at])));
// Ratios are taken within a round, whose runs lie side by side, and the middle one counts.
const speed = median(rounds.map(([full, bare]) => bare / full));
const growth = median(rounds.map(([full, bare, fullGrown, bareGrown]) => fullGrown / full / (bareGrown / bare)));

const perSecond = (nanoseconds) => Math.round(1e9 / nanoseconds).toLocaleString('en-GB');
const distinct = new Set(small.questions.map((one) => small.full(one))).size;
console.log(`${QUESTIONS} questions, ${distinct} distinct decisions at 100 agreement rules`);
console.log(`full reasons: ${perSecond(fullSmall)}/s at 100 agreement rules, ${perSecond(fullLarge)}/s at 10,000`);
console.log(`bare lookup: ${perSecond(bareSmall)}/s at 100 agreement rules, ${perSecond(bareLarge)}/s at 10,000`);
const afresh = median(race([{ answer: small.afresh, questions: small.questions.slice(0, 256) }]).flat());
console.log(`full reasons, every row tried anew, nothing remembered: ${perSecond(afresh)}/s`);
console.log(`RATIO sharing.full-reasons-over-bare-lookup ${speed.toFixed(3)} aim >= 0.5`);
console.log(`RATIO sharing.growth ${growth.toFixed(3)} aim <= 1.1`);
