import type { InterviewKit } from '../content.ts'

export const apiArchitecture: InterviewKit = {
  key: 'kit.api-architecture',
  name: 'API and backend architecture',
  purpose:
    'Examines how the candidate builds the everyday parts of a backend: contracts that clients can rely on, data access that stays fast, work that happens outside the request.',
  durationMinutes: 60,
  scale: 4,
  instructions: `**Open (3 minutes).** Names, agenda (contract, data, background work), notes, and the promise of five minutes for their questions. Ask which service of theirs you may use as the running example; most prompts become better when put to something they know.

**Keep it practical.** One system, many angles. When an answer sounds like an article, ask "where did you see that?" once. If no case exists, let them reason about one and note that it was reasoned.

**Evidence.** *Quote* the deciding sentence of each answer, in particular conditions ("as long as there is one writer"). *Observe* order and help: profiled before caching, mentioned idempotency only after the retry was raised. Keep *inference* apart and few.

**Breadth against depth.** Eight questions fit only if you leave one when its anchors are clear. Two are meant to be short: versioning and tokens. If the candidate is excellent on data, stay there and leave the last question out; unasked questions are not assessed, not failed.

**Stop** at 55 minutes in any case. Submit before you talk to a colleague about it.`,
  preparation: {
    about:
      'An hour with an engineer about building backends: interfaces, data access, caching, work in the background, protection. We take a service you know as the example wherever possible, so choose one you can talk about freely and refresh what it does, how much, and where it struggled. There is rarely one right answer. We judge whether you can explain architecture aloud so that a colleague could act on it, and above all whether you can say why.',
    topics: [
      'Interfaces that other teams depend on, and how they change without breaking anybody',
      'Databases and caching: what you chose, how you use it, what it costs',
      'Making something slow fast, and how you know what to touch',
      'Work that need not be finished before the user gets a reply',
      'Keeping an interface safe and fair to all who use it',
    ],
  },
  competencies: [
    'trade-off-thinking',
    'scalability-judgement',
    'operational-maturity',
    'debugging-methodology',
    'clarification',
    'collaboration',
  ],
  structures: [],
  sections: [
    {
      title: 'The contract',
      guidance:
        'Listen for the client: who calls, what happens to them on a retry, on a change, on a refusal. Paths and verbs are the easy half. Go on once you have heard something about the unhappy path.',
      questions: [
        { question: 'q.rest-design' },
        { question: 'q.api-versioning', minutes: 6 },
        { question: 'q.auth', minutes: 6 },
        { question: 'q.rate-limiting', minutes: 6 },
      ],
    },
    {
      title: 'Data and speed',
      guidance:
        'The order of their steps is the evidence: do they look before they change? Do not supply a profile until it is asked for. Lead from one question to the next by the same endpoint: slow, then its queries, then the cache in front.',
      questions: [
        { question: 'q.api-performance' },
        { question: 'q.orm-sql', minutes: 6 },
        { question: 'q.caching', minutes: 7 },
      ],
    },
    {
      title: 'Outside the request',
      guidance:
        'One question, and its second half counts: what if the worker dies between two steps? Close with a thank-you and turn the remaining minutes over to them.',
      questions: [{ question: 'q.background-jobs', minutes: 7 }],
    },
  ],
}
