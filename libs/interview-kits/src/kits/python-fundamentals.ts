import type { InterviewKit } from '../content.ts'

export const pythonFundamentals: InterviewKit = {
  key: 'kit.python-fundamentals',
  name: 'Python fundamentals',
  purpose:
    'Establishes whether the candidate has a working model of the Python runtime and uses it to decide things in real services.',
  durationMinutes: 60,
  scale: 4,
  instructions: `**Open (3 minutes).** Introduce yourself, say that this is a conversation about how Python behaves, that drawing and small snippets are welcome, and that "I do not know, I would try this" is a good answer.

**How to ask.** Read the prompt, then be silent. Every subject has three floors: what it is, how it works, when it has mattered. Most prepared answers stop at the first; a follow-up takes you to the third. As soon as a floor is missing after one hint, you have your evidence: go on.

**Evidence.** Note a *quote* for statements about the runtime, word for word, since later you will want to know whether "blocks the loop" was said. Note an *observation* for what happened: needed the hint about references, wrote the generator without one. Mark conclusions of yours as *inference* ("has read about it, not used it").

**Versions.** Accept answers for the Python they run, if they say which. Free-threaded builds and sub-interpreters are a bonus when the reasoning is right, never a minimum.

**Stop** a question at its minutes; seven half-rated subjects are worth less than five solid ones, so drop from the end of a section, not from the beginning. Leave five minutes for theirs.`,
  preparation: {
    about:
      'An hour with an engineer about how Python works and how that shows in services. No puzzles, no trick syntax, no live exam: we ask, you explain, sometimes with a few lines of code or a drawing. We look for a sound picture of the runtime, for examples from things you have run, and for the reason behind each decision. You may say which Python version you have in mind, and you may say that you do not know.',
    topics: [
      'Fundamentals of the language and what you use them for in a backend',
      'Async and concurrency: which model for which kind of work, and what each one costs',
      'Memory in processes that run for weeks',
      'Working through more data than fits into memory',
      'Acquiring and releasing resources, also when something fails',
    ],
  },
  competencies: ['python-fundamentals', 'scalability-judgement', 'debugging-methodology', 'testing-quality'],
  structures: [],
  sections: [
    {
      title: 'Concurrency',
      guidance:
        'Begin here while everybody is fresh. Listen for waiting told apart from computing, and for what a blocking call does to its neighbours. If all three come out of one answer, do not ask again what was said; spend the minutes on a case: "your service does both, what now?"',
      questions: [{ question: 'q.async-sync' }, { question: 'q.threads-processes' }, { question: 'q.gil' }],
    },
    {
      title: 'Memory and data',
      guidance:
        'Look for a picture of who holds a reference to what. A good turning point is a process that grows by the day: how would they find out why? Hand over to iteration with "and if the data had never been in memory at once?"',
      questions: [{ question: 'q.memory' }, { question: 'q.iterators-generators' }],
    },
    {
      title: 'Idioms that carry a service',
      guidance:
        'Syntax is given; do not dwell on it. Listen for the concern that is being kept out of business code, for exceptions, and for what would be easier in a framework. Cut this part first if time is short.',
      questions: [{ question: 'q.decorators' }, { question: 'q.context-managers' }],
    },
  ],
}
