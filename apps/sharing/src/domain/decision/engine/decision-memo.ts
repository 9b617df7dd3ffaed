import type { SharingDecision } from '../sharing-decision';
import type { QuestionKey } from './question-key';

const TWO_32 = 4_294_967_296;

/** Mixes the halves of the three words into a slot number. */
function slotOf({ request, people, item }: QuestionKey, mask: number): number {
  let hash = Math.imul(request | 0, 0x9e3779b1) ^ Math.imul((request / TWO_32) | 0, 0x85ebca6b);
  hash = Math.imul(hash ^ (people | 0), 0xc2b2ae35) ^ Math.imul((people / TWO_32) | 0, 0x27d4eb2f);
  hash = Math.imul(hash ^ (item | 0), 0x165667b1) ^ Math.imul((item / TWO_32) | 0, 0x9e3779b1);
  return (hash ^ (hash >>> 15)) & mask;
}

/**
 * A lookup from questions to the decisions already made on them: exact keys, open addressing, bounded. It changes how fast
 * a decision comes, never which: the same facts in the same period of the law always decide the same. When half full it
 * starts anew.
 */
export class DecisionMemo {
  private readonly mask: number;
  private readonly keys: Float64Array;
  private decisions: (SharingDecision | undefined)[];
  private size = 0;

  /** @param capacity Decisions remembered at most; 0 remembers none. */
  constructor(private readonly capacity: number) {
    const slots = capacity === 0 ? 0 : 2 ** Math.ceil(Math.log2(capacity * 2));
    this.mask = slots - 1;
    this.keys = new Float64Array(slots * 3);
    this.decisions = new Array<SharingDecision | undefined>(slots).fill(undefined);
  }

  find(key: QuestionKey): SharingDecision | undefined {
    if (this.capacity === 0) return undefined;
    return this.decisions[this.slotFor(key)];
  }

  remember(key: QuestionKey, decision: SharingDecision): void {
    if (this.capacity === 0) return;
    if (this.size >= this.capacity) this.clear();
    const slot = this.slotFor(key);
    this.keys[slot * 3] = key.request;
    this.keys[slot * 3 + 1] = key.people;
    this.keys[slot * 3 + 2] = key.item;
    this.decisions[slot] = decision;
    this.size += 1;
  }

  /** The slot that holds this key, or the free one where it would go. */
  private slotFor(key: QuestionKey): number {
    const { keys, decisions, mask } = this;
    let slot = slotOf(key, mask);
    while (decisions[slot] !== undefined) {
      const at = slot * 3;
      if (keys[at] === key.request && keys[at + 1] === key.people && keys[at + 2] === key.item) return slot;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private clear(): void {
    this.decisions = new Array<SharingDecision | undefined>(this.decisions.length).fill(undefined);
    this.size = 0;
  }
}
