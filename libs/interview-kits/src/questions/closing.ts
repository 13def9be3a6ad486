import type { QuestionContent } from '../content.ts'

/** What draws the candidate, what is practical, and their own questions: the frame around the technical rounds. */
export const closingQuestions: readonly QuestionContent[] = [
  {
    key: 'q.motivation',
    title: 'What draws you here',
    prompt:
      'Of everything you could do next, why talk to us? And what would have to be true about the work here for you to be glad of it in a year?',
    intent:
      'Finds out whether what the job offers is what the candidate wants. A mismatch found here saves both sides months. Enthusiasm is no criterion; having thought about it is.',
    areas: ['area.communication-ambiguity', 'area.ownership-operations'],
    competencies: [
      { competency: 'business-impact', informs: 'primary' },
      { competency: 'communication', informs: 'secondary' },
      { competency: 'production-ownership', informs: 'secondary' },
    ],
    structures: [],
    tags: ['motivation'],
    expectedPoints: [
      'A reason that belongs to this product, domain, team or problem.',
      'What they wish to learn, own or leave behind, in terms of daily work.',
      'A condition of their own that could be checked: scope, way of working, stage of the company.',
    ],
    seniorExtras: [
      'Has formed a hypothesis about our difficulties and asks whether it is right.',
      'Describes an environment in which they did their best work, and one in which they did not, without bitterness.',
      'Knows what kind of contribution they want to be measured by.',
    ],
    redFlags: [
      'Any company would do, and nothing was looked up.',
      'Only an escape: the present employer is the entire reason.',
      'Wants precisely what this job will not have, and waves the hint away.',
    ],
    followUps: [
      'Which part of the role as advertised attracts you least?',
      'When did a job last turn out differently from what you had hoped, and what did you do?',
      'What would you like to have shipped here after six months?',
    ],
    anchors: [
      {
        level: 1,
        text: 'Gives no reason that would not fit every vacancy, or describes work that this job plainly does not contain and is indifferent to the difference.',
      },
      {
        level: 2,
        text: 'Likes the sector or the stack. What they would do here and whom it would serve has not been considered, as the follow-up on the first six months shows.',
      },
      {
        level: 3,
        text: 'Relates a specific side of the role to what they have done and want next, and names a condition for staying content.',
      },
      {
        level: 4,
        text: 'Has examined product or problem beforehand, brings an informed view of where engineering could matter to it, and is as clear on reasons against joining as on those in favour.',
      },
    ],
    minutes: 5,
    levels: ['junior', 'mid', 'senior', 'staff', 'principal'],
  },
  {
    key: 'q.logistics',
    title: 'Practical constraints',
    prompt:
      'Let us sort out the practical side so that nothing surprises either of us: when could you start, where and at which hours do you want to work, what do you expect to be paid, and is there anything else we should plan around? Share only what you want to; I will tell you what we can offer on each.',
    intent:
      'Clears what could end the process late, in both directions. State our range and rules first where the law or your policy asks for it. Needs are never rated, only recorded; do not ask about family, health, age, origin or present salary.',
    areas: ['area.communication-ambiguity'],
    competencies: [
      { competency: 'communication', informs: 'primary' },
      { competency: 'structured-thinking', informs: 'secondary' },
    ],
    structures: [],
    tags: ['logistics', 'recruiter'],
    expectedPoints: [
      'Earliest start or notice period.',
      'Place, hours and time zones that work, and on-call if the role has it.',
      'An expectation of pay, or the wish to hear the range first, which is just as good.',
      'Other processes and dates we should respect.',
    ],
    seniorExtras: [
      'Separates what is fixed from what can be talked about.',
      'Asks about on-call load, travel and decision process before they become an issue.',
    ],
    redFlags: [
      'Answers that contradict the application and stay contradictory when asked.',
      'Agrees to everything, then turns out to have a condition that rules the job out.',
    ],
    followUps: [
      'Which of these is fixed for you, and which depends on the rest of the offer?',
      'What do you need from us, and by when, to be able to decide?',
      'Is there anything about the interviews themselves that we should arrange differently for you?',
    ],
    anchors: [
      {
        level: 1,
        text: 'Statements conflict with each other or with the application and cannot be reconciled after two attempts. (A need that we cannot meet does not belong here; record it and leave the rating open.)',
      },
      {
        level: 2,
        text: 'Replies stay so general that start, place or pay would have to be asked again before an offer could be drawn up.',
      },
      {
        level: 3,
        text: 'Tells plainly what is needed and when, including what does not suit us, and lets the recruiter plan the next steps.',
      },
      {
        level: 4,
        text: 'Sorts firm conditions from flexible ones, raises a likely obstacle early together with a proposal, and makes sure that both have understood the same.',
      },
    ],
    minutes: 4,
    levels: ['junior', 'mid', 'senior', 'staff', 'principal'],
  },
  {
    key: 'q.closing',
    title: "The candidate's questions",
    prompt:
      'The remaining time is yours. What do you want to know about the team, the systems or me? I will answer honestly, the uncomfortable parts included.',
    intent:
      'Gives the candidate what they need for their own decision and shows what they pay attention to. Having few questions left at the end of a long loop is no fault: ask what has been answered already.',
    areas: ['area.ownership-operations', 'area.communication-ambiguity'],
    competencies: [
      { competency: 'clarification', informs: 'primary' },
      { competency: 'production-ownership', informs: 'secondary' },
      { competency: 'collaboration', informs: 'secondary' },
    ],
    structures: [],
    tags: ['closing'],
    expectedPoints: [
      'Asks something whose answer could change their decision.',
      'Is curious about how work is chosen, shipped and run here.',
      'Picks up something said earlier in the conversation.',
    ],
    seniorExtras: [
      'Wants to hear about the last outage and what followed from it.',
      'Asks how disagreement between engineering and product gets settled, and for a recent case.',
      'Inquires how success in the first half year would be recognised, and by whom.',
    ],
    redFlags: [
      'Interrupts the answer to sell themselves once more.',
      'Questions are put for show: the reply is not listened to and leads nowhere.',
    ],
    followUps: [
      'What have the colleagues before me not been able to answer?',
      'Having heard all this, what speaks against joining us?',
      'Is there something you had wished to be asked today?',
    ],
    anchors: [
      {
        level: 1,
        text: 'Uses the slot to argue or to promote themselves, or declares that nothing about the work could influence the decision.',
      },
      {
        level: 2,
        text: 'Brings standard questions from a list (perks, stack, next steps) and takes any reply as it comes.',
      },
      {
        level: 3,
        text: 'Inquires into how the team decides, releases or handles failure, and follows an answer up by one further step.',
      },
      {
        level: 4,
        text: 'Finds the open issue of this role from what was said today, asks about it frankly and without reproach, and sums up what it would mean for the person in the job.',
      },
    ],
    minutes: 5,
    levels: ['junior', 'mid', 'senior', 'staff', 'principal'],
  },
]
