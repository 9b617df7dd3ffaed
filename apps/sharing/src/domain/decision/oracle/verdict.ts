import type { SharingQuestion } from '../facts/sharing-question';

/** What one line of the rule book says to one question. `R:H,M` is REVIEW by H and M; `-` is no outcome. */
export interface Line {
  readonly id: string;
  readonly outcome: string;
  readonly reasons: readonly string[];
  readonly obligations: readonly string[];
  readonly redactions: readonly string[];
  readonly absent: boolean;
  readonly star: boolean;
  /** Section 6 lets an override strike it. */
  readonly strikable: boolean;
}

export interface LineOptions {
  readonly ob?: string;
  readonly cut?: string;
  readonly absent?: boolean;
  readonly star?: boolean;
  readonly strike?: boolean;
}

const words = (text = ''): string[] => text.split(' ').filter((word) => word !== '');

/** Collects the lines that apply, in the order in which the book is read. */
export class Reading {
  readonly lines: Line[] = [];

  constructor(
    readonly q: SharingQuestion,
    /** From 00:00 London time on 30 September 2026. */
    readonly from: boolean,
  ) {}

  say(id: string, outcome: string, reasons: string, options: LineOptions = {}): void {
    this.lines.push({
      id,
      outcome,
      reasons: words(reasons),
      obligations: words(options.ob),
      redactions: words(options.cut),
      absent: options.absent === true,
      star: options.star === true,
      strikable: options.strike === true,
    });
  }
}
