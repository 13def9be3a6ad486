import type { InterviewKit } from '../content.ts'

export const recruiterScreen: InterviewKit = {
  key: 'kit.recruiter-screen',
  name: 'Recruiter screen',
  purpose:
    'A first conversation: who this engineer is, what they want, whether the practical side fits, and whether a technical loop is worth the time of both.',
  durationMinutes: 30,
  scale: 4,
  instructions: `**Open (2 minutes).** Say who you are, what the half hour is for, that you take notes, and that the last minutes are theirs. Ask whether now is still a good time and whether they need anything to take part comfortably.

**Evidence.** Type words as they are said and mark what kind they are: a *quote* ("I own the billing API, about 300 requests a second"), an *observation* (gave dates first, the system only when asked), an *inference* (probably led it; not confirmed). A rating needs at least one quote or observation. You are not expected to judge whether a technical statement is right: write it down for the next round.

**Stay with four competencies.** Whatever else you noticed belongs in the notes. If a question brought nothing to rate, choose *not assessed*; it does not count against anybody.

**Stop** after 25 minutes of questions even if one is left over; logistics take precedence over a second framework. Close with next steps and a date, then rate before the next call.`,
  preparation: {
    about:
      'Half an hour with a recruiter, by phone or video. We want to get to know you as an engineer and hear what you are looking for, and you can find out whether we are it. There is nothing to solve. We listen for a clear account, for reasons behind your technical choices, and for what your work was good for. Practical needs such as dates, place and hours are noted so that we can plan; they are not judged.',
    topics: [
      'You as an engineer: what you build, at which size, in which role. Two or three minutes are plenty',
      'The framework you have lived with most, and the reasons for and against it',
      'What you would like your next job to contain, and what it should rather not',
      'Dates, place, working hours and pay, and what we on our side have to offer',
    ],
  },
  competencies: ['communication', 'structured-thinking', 'trade-off-thinking', 'business-impact'],
  structures: ['structure.introduction', 'structure.framework-depth'],
  sections: [
    {
      title: 'Who you are',
      guidance:
        'Let the introduction run; tick the steps silently. Then ask for what is missing, one item at a time, starting with size and own share. For the framework wait for three things: a service, a reason, a drawback. Move on with "that gives me the picture, let us talk about what you want".',
      questions: [{ question: 'q.intro' }, { question: 'q.frameworks' }],
    },
    {
      title: 'What you want and what is practical',
      guidance:
        'Listen for a reason that belongs to this job. Describe the role honestly, including its dull side, and watch whether it still fits. State our range and rules before asking for theirs. Never ask about family, health, age, origin or present pay; if it is volunteered, do not write it down.',
      questions: [{ question: 'q.motivation' }, { question: 'q.logistics' }],
    },
  ],
}
