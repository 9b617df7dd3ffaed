/**
 * Narratives as referrers write them, by theme. Each theme names the sources it comes from, the rating that an experienced
 * screener would expect, the presenting issues and what agencies tend to hold; `bands` where it is only true of children of some ages. Every
 * family in them is invented.
 */
export const BANDS = ['0-4', '5-10', '11-15', '16-17'];
const BABY = ['0-4'];
const PRIMARY = ['5-10'];
const SCHOOL = ['5-10', '11-15'];
const TEENS = ['11-15', '16-17'];
const OVER_4 = ['5-10', '11-15', '16-17'];

export const THEMES = {
  bruising: {
    bands: PRIMARY,
    sources: ['2A', '3E', '3A', '3C'],
    colour: 'red',
    threshold: 's47',
    issues: ['physical-harm'],
    harm: true,
    text: ({ child, adult }) => [
      `${child} came in this morning with a fading bruise along the left jaw and a second, darker one behind the ear. When asked at registration ${child} said it happened "when I was naughty at tea" and then would not say any more. We did not press.`,
      `This is the third mark we have logged since half term. The earlier two were put down to football and to a fall on the stairs by ${adult}, who came to the office both times before we had rung home.`,
      `${child} flinched when a member of staff raised an arm to write on the board. Attendance is good and there is always a packed lunch. We have not told the family that we are contacting you because we are worried about what would happen at home tonight.`,
    ],
  },
  'domestic-abuse-notice': {
    bands: OVER_4,
    sources: ['6'],
    colour: 'amber',
    threshold: 's17',
    issues: ['domestic-abuse'],
    da: 'medium',
    text: ({ child, adult, other }) => [
      `Officers attended the address at 23:40 after a neighbour reported shouting and glass breaking. ${adult} was in the kitchen with a cut to the palm and declined to give a statement. ${other} had left before officers arrived.`,
      `${child} was upstairs, awake, and told the officer that "they do it when they think we are asleep". The officer saw ${child} alone for a short while; ${child} was tearful but said nobody had hurt them.`,
      `Risk was assessed as medium. There have been four calls to the address since January. A voluntary arrest interview is planned and ${adult} was given details of the domestic abuse helpline.`,
    ],
  },
  'domestic-abuse-high': {
    bands: OVER_4,
    sources: ['6', '3E'],
    colour: 'red',
    threshold: 's47',
    issues: ['domestic-abuse', 'physical-harm'],
    da: 'high',
    whereaboutsHidden: true,
    harm: true,
    protect: true,
    text: ({ child, adult, other }) => [
      `${adult} reported that ${other} held her by the throat against the hall wall in front of ${child} and said that next time nobody would find her. She has moved out tonight with the children and has asked that the new address is not given to anyone.`,
      `${child} is said to have tried to pull ${other} away and was pushed onto the stairs. No injury seen by officers. ${other} was arrested and is expected to be bailed with conditions not to contact.`,
      `High risk on assessment, going to the multi-agency conference. Please treat the family's whereabouts, the school and the surgery as protected.`,
    ],
  },
  missing: {
    bands: TEENS,
    sources: ['6'],
    colour: 'amber',
    threshold: 's17',
    issues: ['missing', 'exploitation'],
    missing: 'medium',
    text: ({ child, adult }) => [
      `${child} was reported missing at 22:15 by ${adult} and was found at 04:50 at the station by transport officers. It is the fifth episode in seven weeks. ${child} had a second phone and a train ticket bought by someone else.`,
      `${child} would not say where they had been. ${adult} says that a car waits at the end of the road and that ${child} has new trainers that nobody bought.`,
      `A return home interview has been offered. Graded medium risk. We are worried about criminal exploitation.`,
    ],
  },
  neglect: {
    bands: PRIMARY,
    sources: ['2A', '3B', '8', '1A'],
    colour: 'amber',
    threshold: 's17',
    issues: ['neglect', 'home-conditions'],
    text: ({ child, adult }) => [
      `Over the last two terms ${child} has come to school hungry on most Mondays and has had the same unwashed jumper for three weeks. We have given breakfast and spare uniform each day.`,
      `On a home visit there was no heating, one mattress shared by three children and dog mess on the landing. ${adult} was embarrassed and said that the boiler had been off since October and that the benefit had stopped.`,
      `${adult} has accepted food parcels but has not kept the last four appointments. We think that things are slowly getting worse and nobody has the whole story.`,
    ],
  },
  'missed-health': {
    sources: ['3A', '3B', '3F'],
    colour: 'green',
    threshold: 'early_help',
    issues: ['health-needs'],
    text: ({ child, adult }) => [
      `${child} was not brought to the last three clinic appointments for asthma and the repeat inhaler has not been collected since the summer. Two letters and four calls went without reply.`,
      `When I did reach ${adult} she was polite, said that she had forgotten with the new shifts, and then was not in when I came. There was one emergency attendance in August by ambulance.`,
      `I am not worried about tonight, but ${child} could be very unwell this winter if nothing changes.`,
    ],
  },
  attendance: {
    bands: SCHOOL,
    sources: ['2A', '2B'],
    colour: 'green',
    threshold: 'early_help',
    issues: ['school-attendance'],
    text: ({ child, adult }) => [
      `${child}'s attendance has gone from 94% to 61% since September. ${adult} rings in with headaches and stomach aches, mostly on Mondays and on days with PE.`,
      `${child} told the learning mentor that mornings are for getting the little ones ready because ${adult} "can't do mornings since the baby".`,
      `${adult} has agreed that we contact you and would like some help. We have tried a later start and a taxi.`,
    ],
  },
  'parental-mental-health': {
    bands: SCHOOL,
    sources: ['3A', '3D', '5A', '1A'],
    colour: 'amber',
    threshold: 's17',
    issues: ['parental-mental-health'],
    text: ({ child, adult }) => [
      `${adult} was brought to the department by a friend after taking tablets. She says that she did not mean it and that ${child} found her. She is medically fit and wants to go home.`,
      `${child} has been doing the cooking and walking the younger ones to school. There is an aunt who comes at weekends.`,
      `${adult} has agreed to the crisis team. She knows that I am letting you know and is frightened that the children will be taken away.`,
    ],
  },
  'substance-misuse': {
    bands: PRIMARY,
    sources: ['8', '4', '1B', '3A'],
    colour: 'amber',
    threshold: 's17',
    issues: ['parental-substance-misuse', 'neglect'],
    text: ({ child, adult }) => [
      `${adult} was collecting ${child} at home time smelling strongly of alcohol and swaying. Staff kept ${child} until the grandmother could come. It has happened before, but never so plainly.`,
      `There are people coming and going from the flat at all hours; the neighbours have complained to us twice. ${child} said that the sofa is "where the men sleep".`,
      `${adult} says that it is medication. We have no reason to think that ${child} has been hurt.`,
    ],
  },
  unborn: {
    sources: ['3D', '3F', '5C'],
    colour: 'amber',
    threshold: 's17',
    issues: ['unborn-risk'],
    unborn: true,
    text: ({ adult }) => [
      `${adult} booked late, at 27 weeks, and has been seen twice. She gave a different address each time and left before the blood results were back.`,
      `She told the midwife that two older children live with her mother in another area under an order, and asked us not to write that down. Her partner answered most of the questions for her.`,
      `We would like to know what is known of the family before the baby is born.`,
    ],
  },
  'online-exploitation': {
    bands: TEENS,
    sources: ['2A', '6', '1A'],
    colour: 'red',
    threshold: 's47',
    issues: ['sexual-harm', 'exploitation'],
    harm: true,
    text: ({ child, adult }) => [
      `${child} showed a friend messages from an adult met in a game, asking for pictures and offering money. The friend told us. ${child} has sent some and is terrified that ${adult} will find out.`,
      `The person says that they will come to the school gate on Friday. ${child} has given them the name of the school.`,
      `We have kept the phone in the safe and have rung the police. We have not yet spoken to ${adult}.`,
    ],
  },
  'young-carer': {
    bands: TEENS,
    sources: ['2A', '3C', '5D', '8'],
    colour: 'green',
    threshold: 'early_help',
    issues: ['young-carer'],
    text: ({ child, adult }) => [
      `${child} cares for ${adult}, who has multiple sclerosis and was in hospital twice this year. ${child} gives the injections and has not been to a friend's house since spring.`,
      `The family is warm and proud and has always managed. ${adult} would accept help if it did not mean strangers in the house every day.`,
      `${child} asked whether anyone else at school does this. We said that we would find out.`,
    ],
  },
  'family-dispute': {
    bands: SCHOOL,
    sources: ['1A', '9', '1B', '10'],
    colour: 'green',
    threshold: 'none',
    issues: ['family-conflict'],
    text: ({ child, adult }) => [
      `I do not want to leave my name. The children at that house are left on their own in the evenings. I have seen ${child} at the window at ten at night and no car outside.`,
      `There was shouting in the garden on Sunday and ${adult} told ${child} to get out and not come back, but they were all laughing later on.`,
      `I have kept quiet for months and do not know if I should have rung before.`,
    ],
  },
  'self-harm': {
    bands: TEENS,
    sources: ['3C', '3E', '2A'],
    colour: 'amber',
    threshold: 's17',
    issues: ['child-mental-health'],
    text: ({ child, adult }) => [
      `${child} has fresh cuts on both forearms and told the nurse that it has been every week since the summer. ${child} asked that ${adult} is not told.`,
      `${child} is able to explain clearly what would help and what would not. There was a fall-out with a group of friends online, and a parent's new partner moved in during August.`,
      `A referral to the mental health service was made a month ago and has not been answered.`,
    ],
  },
  'bruised-baby': {
    bands: BABY,
    sources: ['2A', '2B', '3A', '3B', '3C', '3E'],
    colour: 'red',
    threshold: 's47',
    issues: ['physical-harm'],
    harm: true,
    text: ({ child, adult }) => [
      `${child} was seen today with two small round bruises on the upper arm and one on the cheek. ${adult} said at first that it was the car seat, and later that a cousin had squeezed too hard.`,
      `${child} has grown as expected and was clean and warmly dressed. There was a burn to the foot at the last visit that we put down to a radiator.`,
      `We have not said that we are contacting you. A paediatrician has been asked to see ${child} tonight.`,
    ],
  },
  'domestic-abuse-cot': {
    bands: BABY,
    sources: ['6'],
    colour: 'amber',
    threshold: 's17',
    issues: ['domestic-abuse'],
    da: 'medium',
    text: ({ child, adult, other }) => [
      `Officers attended at 01:15 after an abandoned call. ${adult} opened the door and said that it had only been words. A lamp lay broken in the hall and ${other} would not come out of the kitchen.`,
      `${child} was in a cot in the same room as the argument, awake and quiet. The officer checked ${child} over; no injury was seen.`,
      `Risk was assessed as medium. It is the third call to the address this year. ${adult} asked what would happen if she said more, and then did not.`,
    ],
  },
  'left-alone': {
    bands: BABY,
    sources: ['1A', '1B', '8', '9', '10'],
    colour: 'amber',
    threshold: 's17',
    issues: ['neglect'],
    text: ({ child, adult }) => [
      `${child} is left in the flat while ${adult} goes out. It is not long, half an hour or so, but it is most evenings now. I can hear the crying through the wall, and then it stops.`,
      `On Tuesday the front door stood open and ${child} was on the stairs in a nappy. I carried ${child} back in and waited until ${adult} came with shopping.`,
      `${adult} is on her own with it all and I would rather that somebody helped her than that she got into trouble.`,
    ],
  },
  'argument-at-home': {
    bands: ['16-17'],
    sources: ['1A', '1B', '9', '10', '2B', '4'],
    colour: 'green',
    threshold: 'early_help',
    issues: ['family-conflict'],
    text: ({ child, adult }) => [
      `${child} has slept at a friend's house since Thursday after a row with ${adult} about college. There was shouting and a door came off its hinge, but nobody was hurt.`,
      `${child} says that going home is all right if somebody else is there when they first talk. ${adult} says much the same.`,
      `They both agreed that I ask whether anyone could sit down with them.`,
    ],
  },
};
