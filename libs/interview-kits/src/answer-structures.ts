import type { AnswerStructureContent } from './content.ts'

export const answerStructures: readonly AnswerStructureContent[] = [
  {
    key: 'structure.system-design',
    name: 'System design walk-through',
    purpose:
      'Tick what the candidate reaches without a hint; leave a step open when you had to raise it and note that you did. Order matters less than gaps: coming back to the estimate after a sketch is fine, never having one is not.',
    steps: [
      { key: 'clarify-requirements', text: 'Clarify requirements: users, core use cases, what is left out' },
      {
        key: 'estimate-scale',
        text: 'Estimate scale: requests, payloads, storage, growth, with arithmetic said aloud',
      },
      {
        key: 'define-architecture',
        text: 'Define architecture: components, their contracts, the path of one request',
      },
      {
        key: 'choose-data-stores',
        text: 'Choose data stores: access patterns first, then the store and its schema',
      },
      {
        key: 'caching-strategy',
        text: 'Caching strategy: what, where, for how long, and how it becomes stale',
      },
      { key: 'scalability', text: 'Scalability: the first bottleneck and the step that moves it' },
      { key: 'monitoring', text: 'Monitoring: objectives, signals, what wakes somebody up' },
      {
        key: 'failure-handling',
        text: 'Failure handling: timeouts, retries, degraded service, recovery of data',
      },
      { key: 'security', text: 'Security: identities, permissions, abuse, secrets, sensitive data' },
    ],
  },
  {
    key: 'structure.incident-story',
    name: 'Incident story',
    purpose:
      'Six parts of a story that can be judged. Let the candidate tell it in their order; ask for an open part only once they have finished. A story without its last two parts is unfinished, however dramatic its beginning.',
    steps: [
      { key: 'situation', text: 'Situation: the system, what it served, the part the candidate had' },
      { key: 'impact', text: 'Impact: who was hit, how badly, for how long, how it was noticed' },
      {
        key: 'investigation',
        text: 'Investigation: evidence gathered, hypotheses ruled out, in which order',
      },
      { key: 'root-cause', text: 'Root cause: the mechanism, and why it had not been caught' },
      { key: 'resolution', text: 'Resolution: how harm was stopped, then how the cause was removed' },
      {
        key: 'prevention',
        text: 'Prevention: what was changed so that this class of failure is caught or impossible',
      },
    ],
  },
  {
    key: 'structure.introduction',
    name: 'Introduction as an engineer',
    purpose:
      'What a listener needs in order to place an engineer within three minutes. Ticks show what came by itself; what stays open is asked for, kindly, and then counts as answered on request.',
    steps: [
      {
        key: 'years-and-kind-of-backend-experience',
        text: 'Years and kind of backend experience: how long, in which sort of product or company',
      },
      { key: 'core-python-stack', text: 'Core Python stack: frameworks, stores and tools used daily' },
      {
        key: 'systems-built',
        text: 'Systems built: one or two by name and purpose, with the own share in them',
      },
      {
        key: 'scale-architecture-exposure',
        text: 'Scale and architecture exposure: load, data volume, number of services or teams',
      },
      {
        key: 'cloud-devops-collaboration',
        text: 'Cloud and DevOps collaboration: how changes reach production and who runs them',
      },
      { key: 'current-focus', text: 'Current focus: what occupies them now and what they want next' },
    ],
  },
  {
    key: 'structure.framework-depth',
    name: 'Depth in a framework',
    purpose:
      'Separates having used a framework from having lived with it. The third and fourth steps carry the weight: production use and limits can hardly be read up the evening before.',
    steps: [
      { key: 'primary-framework', text: 'Primary framework: one, named, with how long and how recently' },
      {
        key: 'why-it-was-chosen',
        text: 'Why it was chosen: the need it met, the options at the time, who decided',
      },
      {
        key: 'real-production-use',
        text: 'Real production use: a service with users, its traffic, its deployment',
      },
      {
        key: 'limits-and-trade-offs',
        text: 'Limits and trade-offs: where it hurt and what was done about it',
      },
      {
        key: 'secondary-framework',
        text: 'Secondary framework: another one, and when it would be the better pick',
      },
    ],
  },
  {
    key: 'clarify.constraints',
    name: 'Constraints asked for before designing',
    purpose:
      'Tick when the candidate asks, or assumes a value aloud and offers it for correction. Answer with the figures of your brief; if nothing is asked, give nothing away for the first five minutes.',
    steps: [
      {
        key: 'expected-traffic',
        text: 'Expected traffic: users, requests per second, peaks against the average',
      },
      { key: 'read-write-ratio', text: 'Read/write ratio: which side dominates and for which operations' },
      { key: 'consistency', text: 'Consistency: what must be seen at once by everybody, what may lag' },
      { key: 'latency', text: 'Latency: the budget of the user-facing path, at which percentile' },
      { key: 'security', text: 'Security: who may see what, regulated data, likely abuse' },
    ],
  },
]
