import type { InterviewKit } from '../content.ts'

export const hiringManager: InterviewKit = {
  key: 'kit.hiring-manager',
  name: 'Hiring-manager round',
  purpose:
    'Ownership, effect and work with others, judged by what the candidate has done, and an honest exchange about the job itself.',
  durationMinutes: 45,
  scale: 4,
  instructions: `**Before.** Read the résumé, not the scorecards of colleagues. Pick the two systems you would like to hear about.

**Open (3 minutes).** Describe team, product and the hardest thing about the job in your own words. Say how the decision will be made and when they will hear. Then the stories, and the last part is theirs.

**Dig for the decision.** In every story there is a moment at which something could have gone otherwise. Find it: what were the options, who decided, by which figure? For effect ask for the starting value first; it is the one that cannot be made up on the spot. Accept estimates that are called estimates.

**Evidence.** *Quote* figures and reasons literally. *Observe* whom a story is about: I, we, they. Potential, attitude and fit are *inference*; put down what was said that led you there, or leave it. Do not rate whether you would enjoy a coffee together.

**Stop** the stories at 35 minutes so that their questions keep their place, even when the conversation flows. Make no promise about the outcome. Rate before the debrief; your vote has no more weight there than the evidence under it.`,
  preparation: {
    about:
      'Three quarters of an hour with the person you would work for. We talk about what you have moved, how you worked with people outside your team, and what you take responsibility for. Bring measurable outcomes where you have them: what was it like at the start, what at the end, how was that established? Rough values are fine if you say that they are rough, and so is a project that failed. We weigh your reasons more than the size of the success. There is a fixed part for whatever you want to ask, and you will get straight answers.',
    topics: [
      'Work whose results you can put into figures, large or small',
      'A growing system and the decisions it called for',
      'Projects that needed several teams, the bumpy ones included',
      'Improvements to how your team works that started with you',
      'The position: expectations, team, difficulties, and everything you would like to know',
    ],
  },
  competencies: [
    'production-ownership',
    'business-impact',
    'collaboration',
    'scalability-judgement',
    'communication',
    'clarification',
  ],
  structures: [],
  sections: [
    {
      title: 'What you moved',
      guidance:
        'Two stories with figures. Let them choose the system; if the same one serves for both, ask for growth first and for the single best improvement second. Listen for the starting value, the reason, and the price. Change over with "none of that happens alone".',
      questions: [
        { question: 'q.scaling', minutes: 9 },
        { question: 'q.performance-win', minutes: 8 },
      ],
    },
    {
      title: 'With others and for others',
      guidance:
        'Listen for the other side: can they tell its reasons fairly? In the automation story find out who uses the thing today. Should time run short, take collaboration and let automation go.',
      questions: [{ question: 'q.collaboration' }, { question: 'q.automation' }],
    },
    {
      title: 'Their turn',
      guidance:
        'Sit back, answer truthfully, note what is asked. Someone who has met four panels may have nothing left: then ask what is still unclear about the job, or choose not assessed.',
      questions: [{ question: 'q.closing', minutes: 6 }],
    },
  ],
}
