import type { CompetencyContent } from '../content.ts'

/** How a running system is kept running, understood and owned. */
export const operationCompetencies: readonly CompetencyContent[] = [
  {
    key: 'operational-maturity',
    name: 'Operational maturity',
    areas: ['axis.production-judgement', 'area.ownership-operations', 'area.cloud-deployment'],
    definition:
      'Thinks of a service as something that is deployed, watched, broken and repaired. Counts most when it comes up unasked: signals, alerts, rollout and way back, behaviour when a dependency fails.',
    forCandidates:
      'Tell us how the things you build are run: how you see that they work, what pages somebody, how a release goes out and how it comes back. Plain set-ups count as much as elaborate ones if you can say why they were enough.',
    strongBehaviours: [
      'Adds to a design what would be logged, measured and traced, and which of it alerts.',
      'Plans the way back together with the release: flags, reversible migrations, a canary that can be stopped.',
      'Says what callers get while a dependency is slow: a timeout, a fallback, an honest error.',
      'Tells alerts that need a person now from figures that are looked at on Mondays.',
    ],
    weakBehaviours: [
      'A design is complete without anybody being able to tell whether it works.',
      'Retries without a limit, a delay or a thought about doing something twice.',
      'Learns of outages from customers and finds nothing odd in that.',
      'Deploys by a sequence of manual steps that only one person knows.',
    ],
    anchors: [
      {
        level: 1,
        text: 'The system ends at the code. On a direct question about monitoring or rollback answers that another department takes care of it, or has no answer.',
      },
      {
        level: 2,
        text: 'Lists dashboards and log files on request, but cannot say which signal would have shown the failure under discussion or what someone would do on seeing it.',
      },
      {
        level: 3,
        text: 'Brings in signals, alerting and a rollback path without a hint, and describes the behaviour of callers while one dependency is down.',
      },
      {
        level: 4,
        text: 'Derives alerts from an objective that users would recognise, has deleted alerts that nobody acted on, rehearses recovery (restore, failover, replay) and can tell what a rehearsal uncovered.',
      },
    ],
  },
  {
    key: 'debugging-methodology',
    name: 'Debugging methodology',
    areas: ['axis.production-judgement', 'axis.fundamentals', 'area.debugging-incidents'],
    definition:
      'Gets from symptom to cause by evidence: measures, forms a hypothesis that could be wrong, isolates, proves the cause, and closes the door behind it. The method matters more than how exotic the bug was.',
    forCandidates:
      'Walk us through how you find things out: what you looked at first, what you suspected, how you ruled it out, how you knew that you had the cause. Wrong turns belong in the story.',
    strongBehaviours: [
      'Starts from a measurement: a profile, a query plan, a trace, a diff between good and bad.',
      'Says what each hypothesis would predict and looks for the observation that would refute it.',
      'Narrows the search by halves: by time, release, host, tenant, layer.',
      'Reproduces the fault before the fix and shows the same reproduction passing afterwards.',
    ],
    weakBehaviours: [
      'Changes several things together and credits whichever came last.',
      'Restarts, raises a limit or adds hardware, and calls the matter closed.',
      'Suspects the network, the framework or a colleague before having looked at data.',
      'Stops when the symptom is gone, with no account of the mechanism.',
    ],
    anchors: [
      {
        level: 1,
        text: 'Tries remedies until the symptom disappears: restarts, upgrades, bigger machines. There is no account of what was actually wrong.',
      },
      {
        level: 2,
        text: 'Reads logs and adds print statements around the place first suspected. Found the fault, though by luck or by a hint, and cannot say what had excluded other explanations.',
      },
      {
        level: 3,
        text: 'Moves from measurement to hypothesis to isolation in an order one can follow, and names the observation that proved the cause.',
      },
      {
        level: 4,
        text: 'Uses a tool fitted to the layer (sampling profiler, tracemalloc, EXPLAIN ANALYZE, traces), explains why the fault had stayed hidden, and turned the finding into a guard against the whole family of faults.',
      },
    ],
  },
  {
    key: 'production-ownership',
    name: 'Production ownership',
    areas: ['axis.production-judgement', 'area.ownership-operations', 'area.debugging-incidents'],
    definition:
      'Answers for the result after the merge: watches the release, takes the page, tells those affected, and sees prevention through. Speaks of failures as properties of the system, own mistakes included.',
    forCandidates:
      'We would like to hear about something that you were responsible for in production, including a day on which it went wrong. What you did afterwards interests us more than whose mistake it was.',
    strongBehaviours: [
      'Stays with a change until figures from production show that it does what it should.',
      'Tells affected people early, with what is known and when they will hear more.',
      'Names the own share in a failure plainly and goes on to the conditions that allowed it.',
      'Can say what became of the follow-ups: done, dropped with a reason, still open.',
    ],
    weakBehaviours: [
      'Counts a task as finished at merge.',
      'Makes a person the root cause: "the junior forgot the index".',
      'Leaves the page, the customer and the cleanup to operations.',
      'Does not know whether the agreed follow-ups ever happened.',
    ],
    anchors: [
      {
        level: 1,
        text: 'Hands responsibility over at the pull request, or tells an outage as the fault of a colleague, and shows no interest in what came of it.',
      },
      {
        level: 2,
        text: 'Fixes what is assigned, promptly and with care. Nothing was undertaken beyond the ticket: no message to those affected, no follow-up, no look at the figures later on.',
      },
      {
        level: 3,
        text: 'Carries a service through release and failure: watches it, informs people, leads the review without blame, and completes the prevention that was promised.',
      },
      {
        level: 4,
        text: 'Takes on a risk nobody had assigned, before it became an outage; changes how the team works (on-call, release, review of failures) and shows by later incidents or their absence that it held.',
      },
    ],
  },
]
