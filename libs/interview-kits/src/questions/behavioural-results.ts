import type { QuestionContent } from '../content.ts'

/** Stories of work done: something made faster, automated, agreed across teams, or grown. */
export const resultQuestions: readonly QuestionContent[] = [
  {
    key: 'q.performance-win',
    title: 'A measured improvement',
    prompt:
      'Tell me about something you made measurably better: faster, cheaper or able to take more load. What was the figure before, what was it after, and how do you know that your change is what moved it?',
    intent:
      'Checks for the habit of measuring and for a sense of what is worth improving. A small service with honest figures is as good as a large one. No figure at all after a friendly second attempt is itself the finding.',
    areas: ['axis.production-judgement', 'area.api-scalability', 'area.data-decisions'],
    competencies: [
      { competency: 'business-impact', informs: 'primary' },
      { competency: 'debugging-methodology', informs: 'primary' },
      { competency: 'scalability-judgement', informs: 'secondary' },
      { competency: 'trade-off-thinking', informs: 'secondary' },
    ],
    structures: [],
    tags: ['behavioural', 'performance', 'metrics'],
    expectedPoints: [
      'A baseline and a result in the same unit: milliseconds at a percentile, requests per second, cost per month, rows read per query.',
      'What was profiled or traced in order to find where the time or money went.',
      'The change itself, and why it acts on that spot.',
      'How it was compared: same load, same window, a canary or a flag.',
      'Why it was worth doing: who had complained, what was at stake.',
    ],
    seniorExtras: [
      'Uses percentiles and knows what the mean had hidden.',
      'Reports what became worse in exchange: memory, staleness, complexity, write cost.',
      'Stopped at good enough and can say by which target.',
    ],
    redFlags: [
      'Faster "a lot", with no number even on request.',
      'Measured on a laptop, claimed for production.',
      'A cache was put in front and the slow part was never looked at.',
    ],
    followUps: [
      'Where did you read that figure, and over which period?',
      'What else changed in the same week?',
      'What did you try that brought nothing?',
      'Would you do it again for that gain, given what it costs to maintain?',
    ],
    anchors: [
      {
        level: 1,
        text: 'Asserts an improvement without any magnitude. On being asked how it showed, answers that it felt quicker or that nobody complained any more.',
      },
      {
        level: 2,
        text: 'Has a number for the result, though neither the baseline nor the conditions are known, so the effect could as well come from lower load or a newer machine.',
      },
      {
        level: 3,
        text: 'Located the cost by profiling, changed that one spot, and compares before with after under like conditions, stating who benefited.',
      },
      {
        level: 4,
        text: 'Set the target from a need, excluded rival explanations for the gain (a flag, a control group, a replay), and accounts for the price paid elsewhere and for work left undone because it no longer paid.',
      },
    ],
    minutes: 7,
    levels: ['mid', 'senior', 'staff', 'principal'],
  },
  {
    key: 'q.automation',
    title: 'Work you automated away',
    prompt:
      'What chore did your team suffer from that you automated? I am curious how you decided that it was worth it, what you built, and what happens on the day your automation itself goes wrong.',
    intent:
      'Looks for initiative directed at a shared pain and for the care that turns a script into something others can rely on. The last part of the prompt separates the two.',
    areas: ['area.ownership-operations', 'area.cloud-deployment', 'area.maintainability'],
    competencies: [
      { competency: 'production-ownership', informs: 'primary' },
      { competency: 'operational-maturity', informs: 'secondary' },
      { competency: 'testing-quality', informs: 'secondary' },
      { competency: 'business-impact', informs: 'secondary' },
    ],
    structures: [],
    tags: ['behavioural', 'automation', 'tooling'],
    expectedPoints: [
      'A chore with a cost: how often, how long, how many mistakes.',
      'Came from own initiative, or enlarged beyond what had been requested.',
      'What was built: a release step, provisioning, monitoring set-up, a recurring report, a data migration.',
      'Safe to run twice, reports what it did, fails loudly.',
      'Others use it and could repair it.',
    ],
    seniorExtras: [
      'Shows what it did for the team: hours, errors, lead time, people no longer needed at night.',
      'First removed or simplified the step, and automated only what remained.',
      'Has a dry run, an audit trail and a stop button where it touches production data.',
      'Handed it over; it outlived their time on the team.',
    ],
    redFlags: [
      'A private script that nobody else could have run.',
      'Automates a destructive step with no check before it.',
      'Cannot say whether it is still in use.',
    ],
    followUps: [
      'How did a colleague learn that it exists and how to use it?',
      'What does it do if it dies half way through?',
      'Which part did you leave manual on purpose?',
    ],
    anchors: [
      {
        level: 1,
        text: 'Has nothing beyond a personal alias or an exercise, or automated something risky in such a way that its failure went unseen.',
      },
      {
        level: 2,
        text: 'Wrote a useful script on request. It depends on the author: no tests, no place in the repository, no behaviour for the case that it stops in the middle.',
      },
      {
        level: 3,
        text: 'Noticed a recurring cost, built something repeatable with logging and a safe second run, and brought the team to use it.',
      },
      {
        level: 4,
        text: 'Questioned the procedure before automating it, rolled the tool out in stages with a dry run and an owner, and shows by lead time, error rate or pages at night what changed for everybody.',
      },
    ],
    minutes: 6,
    levels: ['junior', 'mid', 'senior', 'staff'],
  },
  {
    key: 'q.collaboration',
    title: 'Across team borders',
    prompt:
      'Describe a piece of work that could only succeed together with front end, mobile, platform or product people. How did you agree on who does what, and where did it nearly come apart?',
    intent:
      'Examines how agreements are reached and kept: contract, deployment order, joint search for faults. Where it nearly failed tells more than where it went well.',
    areas: ['area.communication-ambiguity', 'area.cloud-deployment', 'area.ownership-operations'],
    competencies: [
      { competency: 'collaboration', informs: 'primary' },
      { competency: 'communication', informs: 'primary' },
      { competency: 'production-ownership', informs: 'secondary' },
      { competency: 'clarification', informs: 'secondary' },
    ],
    structures: [],
    tags: ['behavioural', 'teamwork', 'devops', 'front-end'],
    expectedPoints: [
      'An agreed interface with examples and error cases, and a way of changing it.',
      'The order in which parts were deployed, and what each side did if the other was late.',
      'A fault or a bottleneck in infrastructure that was examined together.',
      'Signals that both sides could see: shared dashboards, trace or request ids through the stack.',
      'What the other team needed and how the candidate came to know.',
    ],
    seniorExtras: [
      'Prevented a break by contract tests, a compatibility window or a feature flag.',
      'Gave up something on the own side for the sake of the whole.',
      'Turned a one-off agreement into a routine that lasted beyond the project.',
    ],
    redFlags: [
      'The other side is to blame, and its view cannot be reproduced.',
      'Learned about the needs of consumers after shipping.',
      'Escalation was the first step in a disagreement.',
    ],
    followUps: [
      'How would the other team tell this story?',
      'They asked for something you considered wrong. What happened then?',
      'What was written down, and where does it live today?',
    ],
    anchors: [
      {
        level: 1,
        text: 'Did the own share in isolation and met the others at integration, where it clashed; sees the reason in their lateness or lack of skill.',
      },
      {
        level: 2,
        text: 'Worked to an interface set by others and answered their questions. Trouble was passed upwards or on to the neighbour once the own part looked all right.',
      },
      {
        level: 3,
        text: 'Agreed contract and rollout order with the partners beforehand, met them regularly, and sat down with them over a failure until it was located.',
      },
      {
        level: 4,
        text: "Understood the partners' goals and deadlines, found a cut of the work that served both, repaired a strained moment by a concession or plain words, and left a working agreement that others still follow.",
      },
    ],
    minutes: 7,
    levels: ['junior', 'mid', 'senior', 'staff', 'principal'],
  },
  {
    key: 'q.scaling',
    title: 'A system that had to grow',
    prompt:
      'Which system did you see through a real increase in load? Give me the figures at both ends, tell me what broke first, and what you decided not to do.',
    intent:
      'Sets experience of growth apart from vocabulary about it. Wait for figures, the first thing that broke and the reasoning; technologies alone earn nothing. Growth from ten to a hundred requests per second can be an excellent story.',
    areas: ['axis.scalable-design', 'area.api-scalability', 'area.data-decisions', 'area.architecture'],
    competencies: [
      { competency: 'scalability-judgement', informs: 'primary' },
      { competency: 'trade-off-thinking', informs: 'primary' },
      { competency: 'operational-maturity', informs: 'secondary' },
      { competency: 'business-impact', informs: 'secondary' },
    ],
    structures: [],
    tags: ['behavioural', 'scaling', 'growth'],
    expectedPoints: [
      'Load at the start and at the end, and how suddenly it came.',
      'The first limit: connections, a slow query, lock contention, a worker backlog, memory per process.',
      'The step taken: an index or a replica, a queue, a cache with a rule for staleness, more stateless instances.',
      'What the step cost and what it made harder.',
      'How they saw that it worked, and what was the next limit.',
    ],
    seniorExtras: [
      'Knew the limit before it was reached, from a load test or from saturation figures.',
      'Turned down a fashionable step (splitting services, sharding, a new store) with a reason that held.',
      'Handled the peak by refusing or delaying work in a defined way.',
      'Relates cost to load: price per thousand requests before and after.',
    ],
    redFlags: [
      'A tour of components; no figure and no constraint appear.',
      'More instances in front of a database that was already saturated.',
      'Cannot tell own decisions from those found on arrival.',
    ],
    followUps: [
      'How many database connections did that take at the peak, and who was counting them?',
      'What would have broken next at ten times that load?',
      'Which simpler option did you try first, or why not?',
    ],
    anchors: [
      {
        level: 1,
        text: 'Recites an architecture with autoscaling, caches and brokers. Neither the load nor the reason for any piece can be named.',
      },
      {
        level: 2,
        text: 'Load figures and measures exist, but side by side: which of the measures relieved what is guesswork, and the first thing to break is not known.',
      },
      {
        level: 3,
        text: 'Goes from figures to the limiting resource to a fitting step, with what it cost, and shows the effect in the metrics.',
      },
      {
        level: 4,
        text: 'Anticipated the limits in sequence, chose the cheapest step that would last until the following one, rejected a larger redesign by argument, and would today change one of those decisions for a stated reason.',
      },
    ],
    minutes: 8,
    levels: ['mid', 'senior', 'staff', 'principal'],
  },
]
