import type { CompetencyContent } from '../content.ts'

/** Command of the language and of code that lasts. */
export const craftCompetencies: readonly CompetencyContent[] = [
  {
    key: 'python-fundamentals',
    name: 'Python fundamentals',
    areas: ['axis.fundamentals', 'area.async-concurrency', 'area.maintainability'],
    definition:
      'Holds a working model of the interpreter (objects, references, protocols, scheduling, memory) and knows when a detail of it decides how a service behaves. Names of modules can be looked up; a wrong model cannot.',
    forCandidates:
      'We talk about how Python works and where that has mattered to you: concurrency, memory, iteration, cleaning up. Reason aloud from what you know; nobody expects you to recite documentation.',
    strongBehaviours: [
      'Predicts what a piece of code does from the model, including order of execution and what is kept alive.',
      'Connects a language feature with a production effect: latency, memory, leaked connections, lost exceptions.',
      'Knows the limits of the own knowledge by version, such as the default build against the free-threaded one.',
      'Chooses between tasks, threads, processes and interpreters by workload and by the libraries involved.',
    ],
    weakBehaviours: [
      'Has the definition by heart and cannot apply it to three lines of code.',
      'Confuses concurrency with parallelism, or waiting with working.',
      'Explains behaviour by folklore: "threads are useless in Python", "del frees the memory".',
      'Writes another language in Python syntax: index loops, getters, hand-made cleanup.',
    ],
    anchors: [
      {
        level: 1,
        text: 'States something false about the runtime that would do damage in production, such as blocking calls being harmless inside a coroutine, and keeps to it when shown the contradiction.',
      },
      {
        level: 2,
        text: 'Definitions are correct as sentences. A small example, or "what would the service show?", reveals that no picture of the mechanism stands behind them.',
      },
      {
        level: 3,
        text: 'Explains the mechanism in own words, predicts the outcome of an example, and tells where it has mattered in a service.',
      },
      {
        level: 4,
        text: 'Reasons from the model to cases not met before: which assumption breaks on a free-threaded build, what keeps an object reachable, where cancellation lands; says how a doubt would be tested.',
      },
    ],
  },
  {
    key: 'testing-quality',
    name: 'Testing and maintainability',
    areas: ['area.maintainability', 'axis.fundamentals', 'axis.production-judgement'],
    definition:
      'Builds things so that they can be changed safely: code a colleague can read, seams where tests take hold, and a test strategy that spends effort where failure would be expensive.',
    forCandidates:
      'Tell us how you make sure that something works and still works next year: what you test and at which level, what you leave untested on purpose, how you keep code easy to change.',
    strongBehaviours: [
      'Mentions tests while designing, and cuts the code so that they are cheap.',
      'Places each risk at a level: logic in units, queries against a real database, contracts between services.',
      'Writes the failing test of a fault before repairing it.',
      'Makes a large change in steps that could each be released and each be taken back.',
    ],
    weakBehaviours: [
      'Tests are a phase at the end, or the work of another department.',
      'Quotes a coverage figure and cannot say which failure it would have caught.',
      'Mocks everything, including the thing under test.',
      'Proposes a rewrite as the first answer to code that is hard to change.',
    ],
    anchors: [
      {
        level: 1,
        text: 'Checks by trying out. Automated tests are dispensable or a burden in this account, and code quality a matter of taste.',
      },
      {
        level: 2,
        text: 'Writes unit tests where the process demands them, mostly of the happy path; asked about a race, a migration or a failing dependency, has no place to test it.',
      },
      {
        level: 3,
        text: 'Raises testing without being asked, distributes it over levels by risk, and shows in an example how readable structure made a later change small.',
      },
      {
        level: 4,
        text: 'Knows what tests cost: removed or replaced slow and flaky ones, covers what they cannot reach by types, contracts, canaries, and can name a fault that slipped through and what was altered in the strategy.',
      },
    ],
  },
]
