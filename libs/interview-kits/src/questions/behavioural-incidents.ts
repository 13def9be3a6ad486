import type { QuestionContent } from '../content.ts'

/** Stories of failure: a fault that was hard to find, an outage that had to be handled. */
export const incidentQuestions: readonly QuestionContent[] = [
  {
    key: 'q.debugging-story',
    title: 'Hardest production bug',
    prompt:
      'Tell me about the production bug that took you longest to understand. Start from the first sign that something was off, and take me along through what you looked at, including the wrong turns.',
    intent:
      'Shows how somebody searches when the answer is not known. The path is what is rated; a modest fault pursued with method outranks a spectacular one found by chance.',
    areas: ['area.debugging-incidents', 'area.ownership-operations', 'axis.production-judgement'],
    competencies: [
      { competency: 'debugging-methodology', informs: 'primary' },
      { competency: 'production-ownership', informs: 'primary' },
      { competency: 'operational-maturity', informs: 'secondary' },
      { competency: 'communication', informs: 'secondary' },
      { competency: 'testing-quality', informs: 'secondary' },
    ],
    structures: ['structure.incident-story'],
    tags: ['behavioural', 'debugging', 'incident'],
    expectedPoints: [
      'A real fault with real users behind it: a saturated database, a memory leak, a partial failure between services, a latency spike, a bad deployment, a queue that grew.',
      'What evidence existed at the start, and which was missing and had to be created.',
      'Hypotheses in the order held, each with what spoke for or against it.',
      'The mechanism of the cause, told so that it could be redrawn.',
      'How harm to users was limited while the search was going on.',
      'What is different today: a test, an alert, a limit, a changed design.',
    ],
    seniorExtras: [
      'Explains why the existing tests and alerts had let it through.',
      'Used the instrument that fits: py-spy on a live process, tracemalloc snapshots compared, pg_stat_activity, a trace across services, a bisect of releases.',
      'Tells what they would look at first if it came back, and has written that down for others.',
    ],
    redFlags: [
      'The story ends with a restart or a bigger machine.',
      'Somebody else found the cause, and the tale is told as the own one.',
      'Nothing was changed afterwards that would catch it again.',
    ],
    followUps: [
      'At which moment did you know for certain, as opposed to suspecting?',
      'Which explanation did you believe for too long, and what kept you on it?',
      'What did you tell the people affected while you did not know yet?',
      'If the same fault came back tonight, who would notice, and by what?',
    ],
    anchors: [
      {
        level: 1,
        text: 'The fault went away after a restart, a rollback or an upgrade. Why it had occurred is unknown to this day, and that does not trouble the narrator.',
      },
      {
        level: 2,
        text: 'There is a cause and a fix, but the route between symptom and cause is missing: a colleague or an error message pointed at it, or several things were changed at once.',
      },
      {
        level: 3,
        text: 'Retraces evidence and hypotheses step by step, wrong ones included, arrives at a mechanism that explains every symptom, and names a safeguard added since.',
      },
      {
        level: 4,
        text: 'Built the missing visibility to decide between two rival explanations, kept users and colleagues informed meanwhile, and removed the conditions under which relatives of this fault could hide.',
      },
    ],
    minutes: 10,
    levels: ['mid', 'senior', 'staff', 'principal'],
  },
  {
    key: 'q.incident',
    title: 'An outage you handled',
    prompt:
      'Think of an outage, or a serious degradation, in which you had an active part. It is the moment the alert fires: what do you do in the first quarter of an hour, and how does it go on from there?',
    intent:
      'Looks at acting under pressure: limiting harm before understanding, telling people, dividing work, and closing the matter properly. Distinguish it from the search for a cause, which the debugging story covers.',
    areas: ['area.debugging-incidents', 'area.ownership-operations', 'area.communication-ambiguity'],
    competencies: [
      { competency: 'production-ownership', informs: 'primary' },
      { competency: 'operational-maturity', informs: 'primary' },
      { competency: 'structured-thinking', informs: 'primary' },
      { competency: 'communication', informs: 'secondary' },
      { competency: 'debugging-methodology', informs: 'secondary' },
      { competency: 'collaboration', informs: 'secondary' },
    ],
    structures: ['structure.incident-story'],
    tags: ['behavioural', 'incident', 'on-call'],
    expectedPoints: [
      'How it was noticed and how severity was judged: who is hit, how many, is it getting worse.',
      'Mitigation ahead of diagnosis: roll back, switch off a feature, shed load, fail over.',
      'Somebody was in charge and somebody wrote to those affected; the candidate says which was theirs.',
      'The cause, found after the bleeding had stopped, and proven.',
      'Follow-ups with an owner and a date, and what has become of them.',
    ],
    seniorExtras: [
      'Decided on incomplete information and can say what would have made them reverse it.',
      'Status messages named what was unknown and when the next one would come.',
      'Looked beyond the trigger to what allowed the harm to spread: a missing timeout, a shared pool, an alert nobody owned.',
      'Notices what went well and was luck.',
    ],
    redFlags: [
      'Culprits in place of causes: the intern, the vendor, the other team.',
      'Debugged on the live system for an hour while a rollback was at hand.',
      'Users and support heard nothing until it was over.',
    ],
    followUps: [
      'What did you deliberately not do in those first minutes?',
      'A manager joins the call and asks every two minutes for the cause. What do you say?',
      'Was the rollback safe? What about data written in between?',
      'Which of the agreed follow-ups was never done, and why?',
    ],
    anchors: [
      {
        level: 1,
        text: 'Was present while others acted, or acted alone and unannounced on the live system; the account turns to who had caused it.',
      },
      {
        level: 2,
        text: 'Went straight for the cause and did find it, while the damage continued. Messages to others and later safeguards happened because somebody demanded them.',
      },
      {
        level: 3,
        text: 'Sized up the impact, stopped the harm by the cheapest safe means, kept affected people informed, and saw root cause and follow-ups through in the days after.',
      },
      {
        level: 4,
        text: 'Ran or steadied the response: roles handed out, options weighed by risk and reversibility, a fixed rhythm of updates; the review afterwards altered a system or a habit well beyond this one trigger.',
      },
    ],
    minutes: 10,
    levels: ['mid', 'senior', 'staff', 'principal'],
  },
]
