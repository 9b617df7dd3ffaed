import { isDeepStrictEqual } from 'node:util';
import { newId, type IntakeFacts, type ReleasedItem } from '@mash/contracts';
import type { PersonActor } from '@mash/authorisation';
import type { DecisionRow } from '../asking/sharing-decision.repository';
import { askerWords } from '../domain/asker-words';
import { personOnRoster } from '../domain/compose-question';
import type { ObligationCode, RedactionCode } from '../domain/decision';
import { everyProtectedPlace, hidesOwnPlace, tellsOfTheOthers } from '../domain/protected-places';
import { OF_PLACES, withoutPlacesOf } from '../domain/release/redact-item';
import { requestWithoutPlaces } from '../domain/release/request-without-places';
import type { LedgerLine } from '../ledger/ledger-line';
import type { KeptQuiet } from '../obligations/kept-from-parents';
import type { AskedLines } from './asked-lines';
import type { Opened, OpenedDocument } from './envelope-opener';

export interface RequestOpened {
  readonly item: ReleasedItem;
  readonly lines: readonly LedgerLine[];
}

/** Only the questions whose lines were permitted: a question that was denied is not told by the way. */
function permittedQuestions({ content }: OpenedDocument, rows: readonly DecisionRow[]): OpenedDocument['content'] {
  const { questions } = content;
  if (!Array.isArray(questions)) return content;
  const permitted = new Set<unknown>(rows.map(({ category }) => category));
  const isPermitted = (question: unknown) =>
    typeof question === 'object' && question !== null && 'category' in question && permitted.has(question.category);
  return { ...content, questions: questions.filter(isPermitted) };
}

function ledgerLine(row: DecisionRow, opened: OpenedDocument, recipientAgencyId: string): LedgerLine {
  return {
    disclosureId: newId(),
    fromAgencyId: row.fromAgencyId,
    personId: row.personId,
    audience: row.audience,
    recipientAgencyId,
    mode: 'ask',
    purpose: row.purpose,
    outcome: 'PERMIT',
    visibility: 'shown',
    rule: row.rule,
    ruleSetVersion: row.ruleSetVersion,
    agreementRef: row.agreementRef,
    sharingDecisionId: row.sharingDecisionId,
    sealed: {
      itemId: opened.envelopeId,
      category: row.category ?? 'hub-summary',
      ...{ reasons: row.reasons, rule: row.rule, lawfulBasis: row.lawfulBasis },
    },
  };
}

/**
 * What goes on today's roster: a place may have become a protected one since the line was decided, and the words of a question, typed once for
 * everybody it is about, may tell whosever it is. What somebody on the side of an alleged perpetrator is to the others may name them (R-SAFE-02).
 */
function protectedNow(intake: IntakeFacts, person: ReturnType<typeof personOnRoster>): readonly string[] {
  if (everyProtectedPlace(intake).length === 0) return [];
  return tellsOfTheOthers(person) ? [...OF_PLACES, 'VICTIM_IDENTIFIERS' satisfies RedactionCode] : OF_PLACES;
}

/**
 * A request as the agency asked opens it: decided line by line before it was issued. Undefined where it is another agency's, or nothing of
 * it was permitted.
 */
export function requestOpened(
  opened: Opened,
  asked: AskedLines,
  { actor, intake, isKeptQuiet }: { actor: PersonActor; intake: IntakeFacts; isKeptQuiet: KeptQuiet },
): RequestOpened | undefined {
  if (opened.kind !== 'document' || opened.ids.typ !== 'request') return undefined;
  const { ids } = opened;
  if (ids.agencyId !== actor.agencyId) return undefined;
  return requestOfLines(opened, asked.permittedIn(ids), {
    ...{ personId: ids.personId, intake, isKeptQuiet },
    conditions: asked.conditionsOf(ids),
  });
}

/**
 * The questions of these permitted lines and no others, without the places that must go, under the conditions of their releasers, with their lines
 * for the ledger; with the word to say nothing to the parents, where it is kept from them today.
 */
export function requestOfLines(
  opened: OpenedDocument,
  rows: readonly DecisionRow[],
  {
    personId,
    intake,
    conditions,
    isKeptQuiet,
  }: { personId: string; intake: IntakeFacts; conditions: readonly string[]; isKeptQuiet: KeptQuiet },
): RequestOpened | undefined {
  const [first] = rows;
  const agencyId = first?.toAgencyId;
  if (first === undefined || agencyId == null) return undefined;
  const [reason] = askerWords(first.reasons);
  const person = personOnRoster(intake, personId);
  const redactions = [...new Set([...rows.flatMap((row) => row.redactions), ...protectedNow(intake, person)])];
  const whole = permittedQuestions(opened, rows);
  const content = requestWithoutPlaces(whole, { redactions, isOwn: hidesOwnPlace(person) });
  return {
    lines: rows.map((row) => ledgerLine(row, opened, agencyId)),
    item: {
      ...{ envelopeId: opened.envelopeId, itemId: opened.envelopeId, visibility: 'shown', outcome: 'PERMIT' },
      content,
      ...{ agencyId: first.fromAgencyId, personId },
      ...(conditions.length > 0 && { condition: withoutPlacesOf(redactions, conditions.join(' ')) }),
      reason: reason ?? { code: first.rule, sentence: 'The agency may be asked this.' },
      ...{ decisionId: first.sharingDecisionId, rule: first.rule },
      lawfulBasis: [...new Set(rows.flatMap(({ lawfulBasis }) => lawfulBasis))],
      redactions: isDeepStrictEqual(content, whole) ? [] : redactions,
      obligations: [
        ...new Set([
          ...rows.flatMap(({ obligations }) => obligations),
          ...(isKeptQuiet(personId) ? ['NOT_TELL_PARENT' satisfies ObligationCode] : []),
        ]),
      ],
    },
  };
}
