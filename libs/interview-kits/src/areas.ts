import type { AreaContent } from './content.ts'

/** The three axes a panel judges at the same time. */
export const axes: readonly AreaContent[] = [
  {
    key: 'axis.fundamentals',
    name: 'Python language and runtime',
    definition:
      'Knows what the interpreter does with a line of code: objects and references, the scheduler of threads and tasks, memory, and the idioms that follow from them.',
  },
  {
    key: 'axis.scalable-design',
    name: 'Design of systems that scale',
    definition:
      'Turns a vague need into services, stores and contracts that keep working when load, data and teams grow by an order of magnitude.',
  },
  {
    key: 'axis.production-judgement',
    name: 'Judgement under production constraints',
    definition:
      'Decides with deadlines, budgets, legacy and users in the picture, and answers for what happens after the release.',
  },
]

/** What a hiring manager wants to know something about after the loop. */
export const assessedAreas: readonly AreaContent[] = [
  {
    key: 'area.architecture',
    name: 'Backend architecture',
    definition:
      'How a system is cut into parts: where the boundaries run, who owns which data, what may fail without taking the rest along.',
  },
  {
    key: 'area.api-scalability',
    name: 'API scalability',
    definition:
      'What keeps an API fast and fair as clients multiply: payloads, pagination, limits, caching, contracts that can change.',
  },
  {
    key: 'area.data-decisions',
    name: 'Database decisions',
    definition:
      'Picking a store for the access pattern and then using it well: schema, indexes, transactions, pools, migrations on live tables.',
  },
  {
    key: 'area.async-concurrency',
    name: 'Async and concurrency',
    definition:
      'Event loops, threads, processes and interpreters: which of them a workload needs, and what goes wrong with each.',
  },
  {
    key: 'area.cloud-deployment',
    name: 'Cloud and deployment',
    definition:
      'The way from a merged change to running instances and back: images, pipelines, probes, rollouts, cost.',
  },
  {
    key: 'area.debugging-incidents',
    name: 'Debugging and incident response',
    definition: 'Finding causes with evidence, and limiting harm while the cause is still unknown.',
  },
  {
    key: 'area.maintainability',
    name: 'Maintainable code',
    definition:
      'Code that a colleague can change next year without fear: naming, seams, tests, types, small releases.',
  },
  {
    key: 'area.communication-ambiguity',
    name: 'Communication when the problem is vague',
    definition:
      'Making an unclear request discussable: questions, stated assumptions, a picture both sides agree on, a way to be corrected.',
  },
  {
    key: 'area.ownership-operations',
    name: 'Ownership and operational maturity',
    definition:
      'Treating the running service as the product: its alerts, its on-call, its follow-ups, its bill.',
  },
]

export const areas: readonly AreaContent[] = [...axes, ...assessedAreas]
