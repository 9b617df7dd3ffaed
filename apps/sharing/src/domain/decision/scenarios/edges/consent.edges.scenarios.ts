import { denied, permitted, reviewed } from '../expected.scenarios';
import { scenario } from '../scenario.scenarios';
import { asking, content, existence, onward } from '../tale.scenarios';
import { inWords } from './code-words.scenarios';
import type { EdgeScenarios } from './edge-scenarios.scenarios';
import { eachOf } from './edge-scenarios.scenarios';

const refusalTasks = ['RISK_AGAIN', 'TELL_OUTCOME'] as const;
const noGroundTasks = ['INFORM_PARENT', 'REFERRER_DEFECT'] as const;

/** Consent below section 47, and what the threshold makes of it: where each row begins and ends. */
export const CONSENT_EDGES: EdgeScenarios = {
  CONSENT_GIVEN: [
    scenario(
      'at early help a yes is named as it is at section 17',
      content().at('eh'),
      permitted('CONSENT_GIVEN').on('TASK s10', 'DUTY'),
    ),
  ],
  CONSENT_REFUSED: [
    ...eachOf(['hub_manager', 'hub_holder', 'rep_joint', 'police', 'team_sc'], (audience) =>
      scenario(
        `a refusal is weighed before ${inWords(audience)} may see it`,
        content().at('eh').to(audience).consent('refused'),
        (audience === 'police' || audience === 'team_sc'
          ? reviewed('M', 'CONSENT_REFUSED').absent()
          : reviewed('M', 'CONSENT_REFUSED')
        )
          .owing(...refusalTasks)
          .by('R-CONS-02'),
      ),
    ),
    ...eachOf(['referrer_public', 'referrer_anon', 'parent', 'subject'], (audience) =>
      scenario(
        `and before ${inWords(audience)} is told, where the rule book is silent`,
        onward().to(audience, 'outside').consent('refused'),
        reviewed('M', 'CONSENT_REFUSED')
          .absent()
          .owing(...refusalTasks)
          .by('N-CONS-02'),
      ),
    ),
    scenario(
      'and before information governance learns that a body knows the family',
      existence().to('ig').consent('refused'),
      reviewed('M', 'CONSENT_REFUSED', 'EXISTENCE_ONLY')
        .owing(...refusalTasks)
        .by('N-CONS-02'),
    ),
    scenario(
      'to an outsider it is named beside what refuses',
      onward().to('outsider', 'outside').consent('refused'),
      denied('PURPOSE_OUTSIDE', 'CONSENT_REFUSED')
        .absent()
        .owing('TO_IG', ...refusalTasks),
    ),
    scenario(
      'at section 47 a refusal does not stop the word to a referrer',
      onward().at('s47').to('referrer_pro', 'education').consent('refused'),
      permitted(),
    ),
    scenario(
      'at early help too, to the asker in the hub',
      content().at('none').for('EH').consent('refused'),
      reviewed('M', 'CONSENT_REFUSED', 'THRESHOLD_NONE').owing(...refusalTasks),
    ),
  ],
  HELP_BY_AGREEMENT: [
    ...eachOf(['team_eh', 'team_other'], (audience) =>
      scenario(
        `a withdrawn consent closes ${inWords(audience)} as a refusal does`,
        onward().to(audience).consent('withdrawn'),
        denied('HELP_BY_AGREEMENT').absent().owing('RISK_AGAIN').by('R-CONS-03a'),
      ),
    ),
    scenario(
      'so does a service that was taken back',
      onward().to('team_eh').service('withdrawn'),
      denied('HELP_BY_AGREEMENT').absent().owing('RISK_AGAIN'),
    ),
    scenario(
      'at section 47 a refused service stops nothing',
      onward().at('s47').to('team_eh').consent('refused').service('refused'),
      permitted(),
    ),
  ],
  SERVICE_NOT_AGREED: [
    scenario(
      'a service that nobody can speak of is for a manager',
      onward().to('team_eh').service('unknown'),
      reviewed('M', 'SERVICE_NOT_AGREED').absent().by('R-CONS-03b'),
    ),
    scenario('an agreed service is not', onward().to('team_eh'), permitted()),
    scenario(
      'at section 47 nobody is asked for agreement to a service',
      onward().at('s47').to('team_eh').service('not_sought'),
      permitted(),
    ),
    scenario('who is no help team needs no agreed service', onward().to('team_sc').service('not_sought'), permitted()),
  ],
  WITHDRAWN_LIMITED: [
    scenario(
      'at section 47 a withdrawal limits nothing',
      content().at('s47').consent('withdrawn').where({ answered: 'yes' }),
      permitted().by('R-AGR-01b'),
    ),
    scenario(
      'while consent stands an answer is shown without that limit',
      content().where({ answered: 'yes' }),
      permitted().by('R-AGR-01b'),
    ),
    scenario(
      'before any answer came the withdrawal is for a manager in the hub too',
      content().consent('withdrawn'),
      reviewed('M', 'CONSENT_WITHDRAWN').owing('RISK_AGAIN').by('R-CONS-05b'),
    ),
  ],
  CONSENT_WITHDRAWN: [
    scenario(
      '"we know them", said on an agreement, is recalled as the question is',
      existence().to('team_sc').consent('withdrawn'),
      denied('CONSENT_WITHDRAWN', 'EXISTENCE_ONLY').absent().owing('RECALL_REQUEST').by('R-CONS-05a'),
    ),
    scenario('at section 47 no request is recalled', asking().at('s47').consent('withdrawn'), permitted()),
  ],
  NOT_SOUGHT_GROUND: [
    ...eachOf(
      [
        ['NS_HARM', '18(c)'],
        ['NS_OTHER', '18(c)'],
        ['NS_CRIME', '18(c)'],
        ['NS_DELAY', '18(b)'],
        ['NS_CONTACT', '18(b)'],
        ['NS_CANNOT', '18(a)'],
        ['NS_TEXT_ACCEPTED', 'para_6'],
      ].map((pair) => pair.join(' ')),
      (pair) => {
        const [ground, paragraph] = pair.split(' ') as ['NS_HARM', string];
        return scenario(
          `ground ${ground} carries special-category data between bound bodies, on ${paragraph}`,
          content().special().consent('not_sought', ground),
          permitted('NOT_SOUGHT_GROUND')
            .owing('INFORM_PARENT')
            .on('TASK s17', 'DUTY', `SPEC ${paragraph}`)
            .by('R-CONS-06'),
        );
      },
    ),
    scenario(
      'but not where nobody needs it',
      content().consent('not_sought', 'NS_HARM').where({ need: 'unclear' }),
      reviewed('M', 'NECESSITY_UNCLEAR', 'NOT_SOUGHT_GROUND').owing('INFORM_PARENT').answersTo('R-NEC-02', 'R-CONS-06'),
    ),
    scenario(
      'nor where the holder is not bound',
      content().unboundHolder().consent('not_sought', 'NS_HARM'),
      reviewed('M', 'NOT_SOUGHT_GROUND').owing('INFORM_PARENT').by('R-CONS-06'),
    ),
    scenario(
      'a ground beside a given consent is not named',
      content().consent('given', 'NS_HARM'),
      permitted('CONSENT_GIVEN').by('R-AGR-01b'),
    ),
  ],
  NO_GROUND: [
    scenario(
      'between bodies that are not both bound a manager decides',
      content().unboundRecipient().consent('not_sought'),
      reviewed('M', 'NO_GROUND')
        .owing(...noGroundTasks)
        .by('R-CONS-07'),
    ),
    scenario(
      'as where nobody can say what it is needed for',
      content().consent('not_sought').where({ need: 'unclear' }),
      reviewed('M', 'NECESSITY_UNCLEAR', 'NO_GROUND')
        .owing(...noGroundTasks)
        .answersTo('R-NEC-02', 'R-CONS-07'),
    ),
  ],
  CONSENT_NOT_BASIS: [
    scenario(
      'section 47 is not what permits: the agreement still does',
      content().at('s47'),
      permitted().by('R-AGR-01b'),
    ),
  ],
  THRESHOLD_NONE: [
    scenario(
      'with consent a question may be asked before any threshold',
      asking().at('none').for('EH'),
      permitted('CONSENT_GIVEN'),
    ),
    scenario(
      'a withdrawn consent with no threshold is no consent',
      asking().at('none').for('EH').consent('withdrawn').where({ restsOn: 'other' }),
      reviewed('M', 'CONSENT_WITHDRAWN', 'THRESHOLD_NONE').owing('RISK_AGAIN').answersTo('R-CONS-05b', 'R-THR-02'),
    ),
  ],
  OWN_RECORD: [
    scenario(
      "another body's record is not the council's own",
      existence().at('none').heldBy('health'),
      permitted('CONSENT_GIVEN', 'EXISTENCE_ONLY'),
    ),
    scenario(
      'nor is what the council tells another body',
      content().at('none').heldBy('council').to('agency', 'health'),
      permitted('CONSENT_GIVEN'),
    ),
    scenario(
      'nor may it look in its own record without a worry that needs it',
      content().at('none').heldBy('council').where({ need: 'unclear' }),
      reviewed('M', 'NECESSITY_UNCLEAR', 'CONSENT_GIVEN'),
    ),
  ],
};
