/**
 * Weights of agreement in bits: log2 of how much likelier the finding is for one person than for two (Fellegi and Sunter 1969).
 * NOTE. Assumed: set by judgement, then measured on public sets of invented people, with no identifiers given. FEBRL 3 (5,000
 * records): of the pairs called likely 99.98% were one person, of all true pairs 69% were likely and 81% likely or possible;
 * nearly all the rest have another forename put in, which is what tells twins apart here. Splink fake 1000 (names and birth
 * dates only, many empty): 100%, 25% and 46%. The weights are the same for every partnership and know nothing of how common a
 * name is there. What children of one household share (surname, address) weighs little on purpose; what tells them apart
 * (forename, birth date, identifiers) weighs much. A score is a place in a list, not a probability.
 */
export const MATCH_WEIGHTS = {
  nhsNumber: { same: 14, sameButMistyped: 6, oneDigitOff: 4, different: -7 },
  upn: { same: 12, sameButMistyped: 5, oneDigitOff: 4, temporaryChanged: 0, different: -3 },
  forenames: {
    same: 5.5,
    spelling: 5,
    petForm: 4,
    close: 4,
    soundsAlike: 2.5,
    middleName: 2.5,
    initial: 1,
    swapped: 4,
    different: -5,
  },
  surname: { same: 5, spelling: 4.5, partOf: 3.5, alias: 4, close: 3.5, soundsAlike: 2, swapped: 4, different: -2.5 },
  birthDate: {
    same: 9,
    dayAndMonthSwapped: 6,
    onePartDiffers: 4,
    monthAndYear: 5,
    yearOnly: 2,
    firstOfJanuary: 2,
    about: 1.5,
    expected: 3,
    different: -6,
  },
  sex: { same: 1, different: -3 },
  postcode: { same: 4, nearby: 1, different: -1 },
  address: { same: 2, similar: 1, different: -0.5 },
} as const;

/** From how many bits on a candidate is called likely, and possible. Assumed, measured on the same sets. */
export const MATCH_BANDS = { likely: 13, possible: 5 } as const;
