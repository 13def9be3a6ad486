import type { InterviewKit } from '../content.ts'

export const productionBehavioural: InterviewKit = {
  key: 'kit.production-behavioural',
  name: 'Production and behavioural',
  purpose:
    'Past behaviour when systems fail, and the practices that make failure rarer and shorter: searching for a cause, handling an outage, releasing, observing.',
  durationMinutes: 45,
  scale: 4,
  instructions: `**Open (2 minutes).** Explain that you will ask for stories that really happened, that names of customers and employers may be left out, and that you will interrupt to stay within time. Offer a minute to think before each story; take the silence.

**Listening to a story.** Tick the six parts as they come and do not steer. When it has ended, ask for an open part. Bring "we" back to "what was yours?" and "usually" back to "that time". If a story is hypothetical, stop it and ask for one that happened; if there is none, ask for the smallest case they remember.

**Evidence.** For each competency one *quote* or *observation* from a story, with the system it concerns. "Seems experienced" is an *inference* and needs one of the other two beneath it. Distinguish: what the candidate did, what the team did, what is in place today.

**No drama bonus.** An outage of ten minutes handled with method ranks above a night of heroism that method would have avoided.

**Stop** the first story at 10 minutes, finished or not, with "I have what I need". Should both stories turn out to be one and the same, take its handling for the second question and use the time for practices.`,
  preparation: {
    about:
      'Three quarters of an hour about things that really happened. Think beforehand of two or three incident stories from systems you worked on, the smaller the better you remember them, and go through them once: what was going on, who felt it, what you looked at, what lay behind it, how it was put right, what is different now. Leave out names and secrets. We are interested in your way of working and in the reasons for what you did. Mistakes of your own are welcome; nobody here will hold one against you.',
    topics: [
      'A fault you pursued, with the detours',
      'A bad day in production and your share in handling it',
      'Seeing inside running systems: what you collect and what you look at',
      'How a change travels to users, and back if need be',
    ],
  },
  competencies: [
    'debugging-methodology',
    'production-ownership',
    'operational-maturity',
    'structured-thinking',
    'testing-quality',
    'communication',
  ],
  structures: ['structure.incident-story'],
  sections: [
    {
      title: 'Two stories',
      guidance:
        'First the search, then the outage: they show different things, so ask for two separate events. Listen for the point at which certainty was reached, for those who were told, and for what became of the follow-ups. Go over with "let us look at how you see and ship things day to day".',
      questions: [{ question: 'q.debugging-story' }, { question: 'q.incident' }],
    },
    {
      title: 'Practices',
      guidance:
        'Ask about the system of the stories. What the stories have already answered is not asked again. Listen for signals somebody acts on and for a way back that was used; lists of products say nothing. Leave the last question out before you overrun.',
      questions: [
        { question: 'q.observability', minutes: 8 },
        { question: 'q.cicd', minutes: 6 },
        { question: 'q.docker' },
      ],
    },
  ],
}
