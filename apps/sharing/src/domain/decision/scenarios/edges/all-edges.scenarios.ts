import type { ReasonCode } from '../../reasons/reason-code';
import type { Scenario } from '../scenario.scenarios';
import { AGREEMENT_EDGES } from './agreement.edges.scenarios';
import { AUDIENCE_EDGES } from './audience.edges.scenarios';
import { BODY_EDGES } from './body.edges.scenarios';
import { CONSENT_EDGES } from './consent.edges.scenarios';
import { GATE_EDGES } from './gate.edges.scenarios';
import { HOLDER_EDGES } from './holder.edges.scenarios';
import { PERSON_EDGES } from './person.edges.scenarios';

const ALL = [GATE_EDGES, HOLDER_EDGES, PERSON_EDGES, CONSENT_EDGES, AUDIENCE_EDGES, BODY_EDGES, AGREEMENT_EDGES];

/** The edge scenarios of one reason. */
export const edgesOf = (code: ReasonCode): readonly Scenario[] => ALL.flatMap((edges) => edges[code] ?? []);
