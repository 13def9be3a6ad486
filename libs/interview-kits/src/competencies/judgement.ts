import type { CompetencyContent } from '../content.ts'

/** How decisions are weighed: against alternatives, against load, against what they are worth. */
export const judgementCompetencies: readonly CompetencyContent[] = [
  {
    key: 'trade-off-thinking',
    name: 'Trade-off thinking',
    areas: ['axis.production-judgement', 'area.architecture', 'area.data-decisions'],
    definition:
      'Weighs a decision against a real alternative: what each costs, which constraint tipped the scale, and what would have to change for the other to win. Rate the reasoning, not whether you would have chosen the same.',
    forCandidates:
      'We care about the why behind a choice. Tell us what else was on the table, what it would have cost you, and what would make you decide differently today. A decision that you now regret makes a fine example.',
    strongBehaviours: [
      'Names the option that was turned down and what it would have been better at.',
      'States the condition that flips the choice: a write rate, a team size, a consistency need.',
      'Counts costs outside the code: on-call load, migration, licence, people able to run it.',
      'Changes position when a constraint changes in the conversation, and says which argument fell.',
    ],
    weakBehaviours: [
      'Justifies a technology by its popularity or by a famous company that uses it.',
      'Holds on to "always" or "never" after hearing a case that breaks the rule.',
      'Details the chosen solution at length and has no second candidate to compare it with.',
      'Treats a tool as free: no operation, no learning curve, no exit cost.',
    ],
    anchors: [
      {
        level: 1,
        text: 'Offers a rule in place of a reason ("NoSQL, because it scales") and defends it when the interviewer describes a case where it fails.',
      },
      {
        level: 2,
        text: 'Reports what was picked together with its advantages. Pressed for a downside, produces a generic one that had no bearing on the system at hand.',
      },
      {
        level: 3,
        text: 'Sets the decision beside one realistic alternative, says what was given up, and points to the constraint that settled it.',
      },
      {
        level: 4,
        text: 'Volunteers the break-even: the load, deadline or team at which the loser wins, how one would notice getting there, and the price of switching then. Judges an own past decision by that measure.',
      },
    ],
  },
  {
    key: 'scalability-judgement',
    name: 'Scalability judgement',
    areas: ['axis.scalable-design', 'area.api-scalability', 'area.data-decisions', 'area.architecture'],
    definition:
      'Works out what will run out first, with numbers, and spends effort there and nowhere else. Includes recognising that one machine and one database are enough.',
    forCandidates:
      'When load comes up, we look at how you get from a number to a bottleneck and from there to a change. Rough arithmetic is welcome, and so is "this does not need scaling yet" with a reason.',
    strongBehaviours: [
      'Turns users per day into requests per second at peak and into rows or bytes, before naming a component.',
      'Singles out one resource that saturates first: connections, locks, a hot partition, event-loop time.',
      'Scales that part and states what becomes the next limit afterwards.',
      'Declines a queue, cache or shard that the estimate does not call for.',
    ],
    weakBehaviours: [
      'Adds a cache, a broker and a second service before any figure was said.',
      'Answers every load question with more instances although they share one database.',
      'Cannot tell a peak from an average, or throughput from latency.',
      'Quotes large user counts from a past job and cannot derive the request rate behind them.',
    ],
    anchors: [
      {
        level: 1,
        text: 'Reaches for services and brokers by reflex. Asked what they relieve, names no resource; the suggested change would leave the actual bottleneck where it was.',
      },
      {
        level: 2,
        text: 'Knows the remedies one by one (replicas, caching, pools) but applies them as a list. An estimate comes only when demanded, and no decision depends on its result.',
      },
      {
        level: 3,
        text: 'Estimates load in round figures, derives which component gives way first, and relieves that one with a measure that fits the size of the problem.',
      },
      {
        level: 4,
        text: 'Follows the bottleneck through two or three steps of growth, says what is measured to know that each step is due, and leaves parts deliberately unscaled because the figures allow it.',
      },
    ],
  },
  {
    key: 'business-impact',
    name: 'Business impact',
    areas: ['axis.production-judgement', 'area.ownership-operations'],
    definition:
      'Ties engineering work to what it changed for somebody: reliability that users felt, money, risk, or the pace of a team. Small effects honestly measured rate above large ones merely claimed.',
    forCandidates:
      'We like to hear what your work changed and for whom. Bring a before and an after where you have them: response times, incidents, cost, support tickets, days saved. Say so when a figure is an estimate.',
    strongBehaviours: [
      'Explains a project starting from the problem somebody had, then its technical part.',
      'Gives a figure with its baseline and how it was obtained.',
      'Stopped, shrank or postponed work whose return was too small.',
      'Separates the own contribution from that of the team.',
    ],
    weakBehaviours: [
      'Describes a rewrite whose only stated reason is the newer technology.',
      'Answers "what did it bring?" with a list of features delivered.',
      'Uses a percentage without saying of what, or from which starting point.',
      'Has not asked what happened to the feature once it was live.',
    ],
    anchors: [
      {
        level: 1,
        text: 'Speaks of tools and tickets. Asked who benefited, restates what was built or says that this was for product people to know.',
      },
      {
        level: 2,
        text: 'Names a beneficiary in general terms ("customers had it faster") without magnitude, baseline or a way of having checked.',
      },
      {
        level: 3,
        text: 'Connects the work to an outcome with a number before and after, and knows where that number was read.',
      },
      {
        level: 4,
        text: 'Let the expected outcome steer the engineering: chose scope by value, dropped something with a poor return, and followed the figure after release far enough to correct an assumption.',
      },
    ],
  },
]
