import type { CompetencyContent } from '../content.ts'

/** What can be observed in the conversation itself, and in work with others. */
export const conversationCompetencies: readonly CompetencyContent[] = [
  {
    key: 'clarification',
    name: 'Clarification and problem framing',
    areas: ['axis.scalable-design', 'area.communication-ambiguity'],
    definition:
      'Finds out what the problem is before solving it: who needs it, how much, how fast, how correct, how secret. Where no answer is to be had, states an assumption and builds on it openly.',
    forCandidates:
      'Our problems are vague on purpose, as they are at work. Ask us things. If we do not know, assume something reasonable, say it, and go on; you can change it later.',
    strongBehaviours: [
      'Asks for traffic, read/write mix, consistency, latency and sensitivity of data, and uses the answers.',
      'Sorts the questions: two that could change the design now, others parked by name.',
      'Writes assumptions down where both can see them and returns to them when one breaks.',
      'Restates the problem in own words and has it confirmed.',
    ],
    weakBehaviours: [
      'Begins with boxes and arrows in the first minute.',
      'Asks a memorised catalogue of questions and then designs as if none had been answered.',
      'Waits for a complete specification and stalls without one.',
      'Solves a neighbouring, familiar problem instead of the one put.',
    ],
    anchors: [
      {
        level: 1,
        text: 'Starts solving at once. When a missing requirement comes to light, treats it as the fault of whoever put the question, or ignores it.',
      },
      {
        level: 2,
        text: 'Poses one or two questions about features. Load, guarantees and access stay open until the interviewer raises them, and what is then learnt hardly touches the sketch.',
      },
      {
        level: 3,
        text: 'Covers volume, consistency, latency and access before designing, states assumptions for the rest, and refers to them when choosing.',
      },
      {
        level: 4,
        text: 'Spots the one requirement on which the architecture hinges, explains what each possible answer would lead to, and negotiates scope so that a smaller problem is solved properly.',
      },
    ],
  },
  {
    key: 'structured-thinking',
    name: 'Calm, structured thinking',
    areas: ['area.communication-ambiguity', 'axis.production-judgement'],
    definition:
      'Keeps an order of thought that the listener can follow, puts first things first, and stays steady when challenged, corrected or out of time. Pauses and visible thinking are no weakness; neither are nerves.',
    forCandidates:
      'Take the time to think, aloud or silently. We notice how you order a problem, what you put first, and what you do with an objection. Being nervous is normal and costs nothing.',
    strongBehaviours: [
      'Announces a route ("three parts, the data first") and comes back to it after a detour.',
      'Separates what is known, what is guessed and what is still to be found out.',
      'Takes an objection apart on its merits: accepts, limits or refutes it with a reason.',
      'With ten minutes left, cuts to what matters most and names what is skipped.',
    ],
    weakBehaviours: [
      'Jumps between levels of detail so that no thread reaches its end.',
      'Spends the available time on the first part and never mentions the others.',
      'Defends or abandons a position at the first raised eyebrow, without an argument.',
      'Loses the question and answers another one.',
    ],
    anchors: [
      {
        level: 1,
        text: 'Fragments without sequence; the interviewer cannot reconstruct the answer from the notes. An objection ends the line of thought or turns into a quarrel.',
      },
      {
        level: 2,
        text: 'Begins in order and drifts at the first detail. Gets back on course when led there, and gives up a sound position because it was questioned.',
      },
      {
        level: 3,
        text: 'Lays out parts, works through them by importance, and meets a challenge with a reason for keeping or changing course.',
      },
      {
        level: 4,
        text: 'Re-plans openly when facts change: sums up the state, drops what no longer pays, and turns an unexpected objection into a better cut of the problem.',
      },
    ],
  },
  {
    key: 'communication',
    name: 'Clear communication',
    areas: ['area.communication-ambiguity'],
    definition:
      'Says what the listener needs, at a level the listener can use, and finds out whether it arrived. Rate content and form of explanation, never accent, fluency in the language or charm.',
    forCandidates:
      'Explain things as you would to a colleague from another team. We may play somebody less technical, or ask you to draw. Short is good, and so is asking whether it makes sense. Accent and perfect grammar do not matter.',
    strongBehaviours: [
      'Gives the answer first and the derivation after it, as deep as wanted.',
      'Replaces a term by what it does when the listener is not from the field.',
      'Checks by a specific question ("shall I go into the retry part?") and adapts.',
      'Makes a drawing, an example or a number carry the explanation.',
    ],
    weakBehaviours: [
      'Speaks for minutes without a point at which one could ask.',
      'Explains an abbreviation by two further ones.',
      'Uses the same words for a product manager as for a database engineer.',
      'Leaves a misunderstanding standing although the listener has just revealed it.',
    ],
    anchors: [
      {
        level: 1,
        text: 'After several questions the interviewer still cannot say what the candidate did or proposes. Requests to rephrase bring the same sentences again.',
      },
      {
        level: 2,
        text: 'Understandable for a specialist who shares the background. Long stretches of detail hide the point, and the listener has to interrupt to get it.',
      },
      {
        level: 3,
        text: 'Makes the point, supports it with an example, and fits depth to the person opposite; questions get the answer to what was asked.',
      },
      {
        level: 4,
        text: 'Explains one subject convincingly to two audiences, notices from a reaction where it was lost, and leaves the listener able to repeat the reasoning to somebody else.',
      },
    ],
  },
  {
    key: 'collaboration',
    name: 'Cross-functional collaboration',
    areas: ['area.ownership-operations', 'area.communication-ambiguity', 'area.cloud-deployment'],
    definition:
      'Gets results that need other people: agrees contracts with front end and mobile, plans deployments with those who run the platform, hunts faults together, and tells product what is possible.',
    forCandidates:
      'Think of work that went across teams: an interface you agreed on, a release you coordinated, a fault you chased with others, a disagreement you settled. What did you do, and what did they need from you?',
    strongBehaviours: [
      'Agrees an API contract before building: a schema, examples, error cases, a mock to work against.',
      'Knows what the other team is measured by and shapes a request to fit it.',
      'Brings data from own systems to a joint search for a fault, in a form that others can read.',
      'Settles a conflict over priorities in the open and keeps to what was agreed.',
    ],
    weakBehaviours: [
      'Announces a breaking change after the deployment.',
      'Describes other teams as obstacles and has no idea of their constraints.',
      'Passes a fault on as soon as own logs look clean.',
      'Did everything alone, in a story where others were evidently needed.',
    ],
    anchors: [
      {
        level: 1,
        text: 'Works up to the edge of the own component and throws the rest over. Others appear in the stories as the reason for delay.',
      },
      {
        level: 2,
        text: 'Cooperates when approached: answers, attends, delivers the endpoint as requested. Agreement on the interface or the rollout was made by somebody else.',
      },
      {
        level: 3,
        text: 'Starts the conversation with neighbouring teams, fixes contract and date with them, and has worked through a shared failure side by side.',
      },
      {
        level: 4,
        text: 'Changed how teams meet: a contract test both run, a common dashboard, a release habit. Can give the view of the opposite side in a dispute and what was conceded to it.',
      },
    ],
  },
]
