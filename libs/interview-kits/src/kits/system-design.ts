import type { InterviewKit } from '../content.ts'

export const systemDesign: InterviewKit = {
  key: 'kit.system-design',
  name: 'System design',
  purpose:
    'One open problem worked through together: from a vague request to a system that could be built, run and repaired.',
  durationMinutes: 60,
  scale: 4,
  instructions: `**Before.** Choose the problem and write down for yourself its traffic, read/write mix, consistency, latency and data sensitivity. All panels of one job use the same problem and the same figures; otherwise ratings cannot be compared.

**Open (3 minutes).** Put the problem in two sentences. Say: "It is vague on purpose. Ask me anything, I have figures. You lead; I will interrupt now and then as a colleague would." Point at the whiteboard and at the time.

**Two lists to tick.** *Constraints asked for* during the first ten minutes, *walk-through* during the whole hour. Tick only what came unprompted; for the rest write "prompted". A tick says that a subject was reached; the rating says how.

**Interrupt three times at most**: once to deepen the part they know best, once with a failure ("the cache is gone, it is noon"), once with growth by ten. Each is the same for every candidate. Then observe how the design moves.

**Evidence.** Photograph or save the drawing; it is an *observation*. *Quote* estimates with their arithmetic and every "because". What you believe they would have said with more time is *inference* and supports no rating.

**Stop** the design after 40 minutes, wherever it is. The short subjects at the end are there for those who did not reach them; skip those already covered in depth.`,
  preparation: {
    about:
      'An hour at a whiteboard, real or shared, with one open problem that is described in a couple of sentences. You lead, we play the colleagues who have the figures and the awkward wishes. There is no model solution that we compare yours with. What we follow is design communication: how you make the problem clear, how a number turns into a decision, what you would leave for later, and how the thing is run once it exists. Practise thinking aloud; a rough drawing is enough.',
    topics: [
      'Making a vague request precise together with the person who has it',
      'Scalability: rough sizes, the narrowest point, growth',
      'Splitting a system into parts, choosing where data lives, moving it between parts',
      'What happens on a bad day, and how you would come to know of it',
      'Running it: packaging, rollout, capacity, access',
    ],
  },
  competencies: [
    'clarification',
    'scalability-judgement',
    'trade-off-thinking',
    'operational-maturity',
    'structured-thinking',
    'communication',
  ],
  structures: ['clarify.constraints', 'structure.system-design'],
  sections: [
    {
      title: 'The design',
      guidance:
        'Hold back for five minutes: whether anything is asked is the first piece of evidence. When a component appears, wait for the reason before you ask for it. At 20 minutes there should be a path for one request from end to end; if not, say so once, kindly. At 35, ask what they would still want to look at.',
      questions: [{ question: 'q.system-design', minutes: 40 }],
    },
    {
      title: 'One level down',
      guidance:
        'Relate each question to the drawing ("you put a broker here"). If the drawing has no broker or no cluster, ask what would have to change for one to earn its place; a reasoned "not needed" deserves a high rating.',
      questions: [{ question: 'q.kafka' }, { question: 'q.kubernetes' }],
    },
  ],
}
