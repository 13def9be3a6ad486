import type { QuestionContent } from '../content.ts'

export const introductionQuestions: readonly QuestionContent[] = [
  {
    key: 'q.intro',
    title: 'Introduction as an engineer',
    prompt:
      'Introduce yourself to me as an engineer, in about three minutes. Imagine that I join your team tomorrow and want to know what you build, how big it is, and what you are the right person to ask about.',
    intent:
      'Opens the conversation and gives the panel a map: what to dig into later. Shows whether the candidate can choose what matters for this listener. Rate the choice and the order, not the employers.',
    areas: ['area.communication-ambiguity', 'area.architecture', 'axis.production-judgement'],
    competencies: [
      { competency: 'communication', informs: 'primary' },
      { competency: 'structured-thinking', informs: 'primary' },
      { competency: 'business-impact', informs: 'secondary' },
    ],
    structures: ['structure.introduction'],
    tags: ['opening', 'experience'],
    expectedPoints: [
      'Says what they specialise in rather than everything they have touched.',
      'Describes one or two systems by their purpose and by the own part in them.',
      'Gives size: requests, data, services, people, or says frankly that it was small.',
      'Mentions framework, stores and where it all runs, in a sentence each.',
      'Says what the work was good for: for users, revenue, cost or colleagues.',
      'Makes the level of responsibility clear: decided, led, contributed, maintained.',
    ],
    seniorExtras: [
      'One improvement with figures and cause, for instance tail latency down by a third after replacing a chatty query pattern.',
      'The way to production is part of the picture: pipelines, dashboards or on-call built together with platform colleagues.',
      'Closes with what they look for next and why this position could be it.',
    ],
    redFlags: [
      'A walk through all employers from graduation onwards, without weight on any.',
      'Only tools, no system: nothing one could ask a further question about.',
      'Always "we"; the own part stays unknown even when asked for.',
    ],
    followUps: [
      'Of all that, which system do you know best from the inside, and how much traffic does it see on a busy day?',
      'What exists today only because you pushed for it?',
      'Who operates it, and what part of that is yours?',
    ],
    anchors: [
      {
        level: 1,
        text: 'Reads the résumé aloud in order of dates. After three minutes neither a speciality nor a system stands out, and a question for the main one returns to the list.',
      },
      {
        level: 2,
        text: 'Names stack and job titles in a sensible order, yet the systems remain labels ("a platform for payments") until size, purpose and own share are extracted one at a time.',
      },
      {
        level: 3,
        text: 'Positions themselves in a sentence, shows it by one or two systems with scale and personal contribution, and finishes within the time.',
      },
      {
        level: 4,
        text: 'Tailors the account to this role: a speciality, a result with cause and figure, how it is run today, and an opening for the interviewer to choose where to go deeper.',
      },
    ],
    minutes: 7,
    levels: ['junior', 'mid', 'senior', 'staff', 'principal'],
  },
  {
    key: 'q.frameworks',
    title: 'Deepest framework',
    prompt:
      'Which Python web frameworks have you shipped with, and which one do you know down to where it hurts? Tell me why that one was picked for the service, and what you would warn me about.',
    intent:
      'Tells lived experience from a list. The reason for the pick and the warning are the answer; the number of frameworks is not. A recruiter can ask it: listen for a service, a reason and a limit.',
    areas: ['area.api-scalability', 'area.maintainability', 'area.async-concurrency', 'axis.fundamentals'],
    competencies: [
      { competency: 'trade-off-thinking', informs: 'primary' },
      { competency: 'python-fundamentals', informs: 'secondary' },
      { competency: 'business-impact', informs: 'secondary' },
    ],
    structures: ['structure.framework-depth'],
    tags: ['experience', 'fastapi', 'django', 'flask'],
    expectedPoints: [
      'Commits to one framework as the deepest and says how long and how recently.',
      'Gives the need behind the pick: admin and ORM out of the box, many open connections, typed schemas, what the team knew.',
      'Points to a service with users that runs on it, and roughly how it is deployed.',
      'Names at least one limit met in practice, and the way around it.',
      'Places a second framework: what it would have been better for.',
    ],
    seniorExtras: [
      'Compares by need, not by fashion: an async framework such as FastAPI for fan-out to slow services and streaming; Django where models, permissions and back-office screens are most of the product.',
      'Knows where async support ends: a synchronous driver or ORM call inside an async view, thread-pool hops in Starlette, the sync parts left in Django.',
      'Has upgraded a major version (pydantic 1 to 2, SQLAlchemy 1.4 to 2, a Django LTS to the next) and tells what it cost.',
      'Says what it takes to leave: which business code knows the framework and which does not.',
    ],
    redFlags: [
      'Five names in one breath, no service behind any of them.',
      'Fastest in a benchmark is the whole reason.',
      'No complaint about the favourite: has not met its edges.',
    ],
    followUps: [
      'What did you have to build yourself because it was missing there?',
      'Suppose the service spends its time in reports over a million rows. Does your pick still hold?',
      'What happens in that service when one handler makes a blocking call?',
    ],
    anchors: [
      {
        level: 1,
        text: 'Enumerates what is on the résumé. Asked for the deepest, describes a tutorial-sized project or routing and templates in general.',
      },
      {
        level: 2,
        text: 'Has one framework in real use and can tell its features; the choice is explained by habit or popularity, and no boundary of it has been run into.',
      },
      {
        level: 3,
        text: 'Ties the choice to what the product needed at the time, recounts production use, and warns of a concrete weakness together with the remedy applied.',
      },
      {
        level: 4,
        text: 'Knows the machinery underneath (request lifecycle, ORM session, worker model) well enough to say for which next service they would choose the other framework, and what moving an existing one would cost.',
      },
    ],
    minutes: 7,
    levels: ['junior', 'mid', 'senior', 'staff'],
  },
]
