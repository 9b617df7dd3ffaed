/** Ways to break the rules that change no decision, and why not. Each must really survive, or it does not belong here. */
export const EQUIVALENT_MUTANTS: Readonly<Record<string, string>> = {
  'R-PROT-01 where always holds': 'rows of protect are tried in mode protect only',
  'R-PROT-02 where "mode: protect" is not asked': 'rows of protect are tried in mode protect only',
  'R-PROT-02 says PERMIT': 'R-PROT-01 stands before it and permits already',
  'R-ID-01a where "to the hub" is not asked': 'outside the hub R-ID-01b refuses with the same reason and obligation',
  'N-ID-01 where "to the hub" is not asked': 'outside the hub R-ID-01b refuses with the same reason and obligation',
  'R-SAFE-03b where "not (purpose: INFORM)" is not asked': 'R-SAFE-03a refuses with the same reason and obligation',
  'R-BODY-02 keeps TASK': 'no unbound, non-public holder has a public task to begin with',
  'R-BODY-02 keeps DUTY': 'an unbound holder has no duty to begin with',
  'R-ENC-01 keeps ASSIST': 'the police are never called on to assist',
  'R-AGR-06a where "how late the review of the agreement is: within" is not asked':
    'R-AGR-06b sends it to a human with the same reason and obligation',
};
