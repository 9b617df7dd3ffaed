import { isValidNhsNumber, normaliseNhsNumber } from '../identifiers/nhs-number';
import { isTemporaryUpn, isValidUpn, normaliseUpn, upnFault } from '../identifiers/upn';
import { missing, type Finding } from '../scoring/finding';
import { MATCH_WEIGHTS } from '../scoring/match-weights';

/** Two numbers of equal length that differ in one place, or in two neighbours the wrong way round. */
function oneSlipApart(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const places = Array.from(a).flatMap((character, index) => (character === b[index] ? [] : [index]));
  if (places.length === 1) return true;
  const [first = 0, second = 0] = places;
  return places.length === 2 && second === first + 1 && a[first] === b[second] && a[second] === b[first];
}

/** NHS numbers. One that is mistyped can neither prove nor disprove. */
export function compareNhsNumber(a?: string, b?: string): Finding {
  const [left, right] = [a, b].map((number) => (number === undefined ? undefined : normaliseNhsNumber(number)));
  if (left === undefined || right === undefined) return missing('nhsNumber');
  const weights = MATCH_WEIGHTS.nhsNumber;
  const valid = isValidNhsNumber(left) && isValidNhsNumber(right);
  if (left === right) {
    return valid
      ? { field: 'nhsNumber', agreement: 'same', words: 'Same NHS number', bits: weights.same }
      : {
          field: 'nhsNumber',
          agreement: 'similar',
          words: 'Same NHS number, but mistyped',
          bits: weights.sameButMistyped,
        };
  }
  if (valid)
    return { field: 'nhsNumber', agreement: 'different', words: 'Different NHS numbers', bits: weights.different };
  if (oneSlipApart(left, right)) {
    return {
      field: 'nhsNumber',
      agreement: 'similar',
      words: 'NHS numbers one slip apart, one mistyped',
      bits: weights.oneDigitOff,
    };
  }
  return missing('nhsNumber', 'One NHS number is mistyped: it says nothing');
}

/** Unique Pupil Numbers. A temporary one is replaced by another, and a child may have had two. */
export function compareUpn(a?: string, b?: string): Finding {
  if (a === undefined || b === undefined || [a, b].some((upn) => upnFault(upn) === 'no-number-code'))
    return missing('upn');
  const [left, right, weights] = [normaliseUpn(a), normaliseUpn(b), MATCH_WEIGHTS.upn];
  if (left.length !== 13 || right.length !== 13) return missing('upn', 'One pupil number is mistyped: it says nothing');
  const valid = isValidUpn(left) && isValidUpn(right);
  if (left === right) {
    return valid
      ? { field: 'upn', agreement: 'same', words: 'Same pupil number', bits: weights.same }
      : { field: 'upn', agreement: 'similar', words: 'Same pupil number, but mistyped', bits: weights.sameButMistyped };
  }
  if (valid && (isTemporaryUpn(left) || isTemporaryUpn(right))) {
    return {
      field: 'upn',
      agreement: 'different',
      words: 'Different pupil numbers, one is temporary',
      bits: weights.temporaryChanged,
    };
  }
  if (valid) return { field: 'upn', agreement: 'different', words: 'Different pupil numbers', bits: weights.different };
  if (oneSlipApart(left, right)) {
    return {
      field: 'upn',
      agreement: 'similar',
      words: 'Pupil numbers one slip apart, one mistyped',
      bits: weights.oneDigitOff,
    };
  }
  return missing('upn', 'One pupil number is mistyped: it says nothing');
}
