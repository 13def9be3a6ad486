import type { SignalContent } from './content.ts'

const strong = (words: string, text: string): SignalContent => ({
  key: `signal.${words}`,
  kind: 'strong',
  text,
})
const redFlag = (words: string, text: string): SignalContent => ({
  key: `flag.${words}`,
  kind: 'red_flag',
  text,
})

/** Ticked on any technical scorecard when seen; a tick without a note is not evidence. */
export const strongSignals: readonly SignalContent[] = [
  strong('clarifies-assumptions-first', 'Asks or states assumptions before proposing anything'),
  strong(
    'trade-offs-not-absolutes',
    'Argues in costs and conditions; names when the opposite choice would be right',
  ),
  strong(
    'examples-from-production',
    'Backs a claim with a system they ran: its load, its failure, what was changed',
  ),
  strong(
    'monitoring-observability',
    'Says how one would see it working or failing: a metric, a log field, a trace, an alert',
  ),
  strong(
    'testing-strategy-unprompted',
    'Brings up how it would be tested, and at which level, without being asked',
  ),
  strong(
    'architecture-tied-to-business-impact',
    'Connects a design choice to users, money, risk or the speed of a team',
  ),
  strong(
    'explains-bottlenecks-clearly',
    'Points at the resource that runs out first and can say why it is that one',
  ),
  strong(
    'failure-handling-and-resilience',
    'Walks through what happens when a dependency is slow, gone or answers twice',
  ),
]

export const redFlags: readonly SignalContent[] = [
  redFlag(
    'buzzwords-without-operational-trade-offs',
    'Drops microservices, Kubernetes, Kafka or "event-driven" without what it takes to run them',
  ),
  redFlag(
    'lists-frameworks-without-context',
    'Enumerates frameworks with no system, reason or limit attached',
  ),
  redFlag(
    'textbook-answers-with-no-real-system-behind-them',
    'Recites a definition; asked for a case, has none or switches to a tutorial',
  ),
  redFlag(
    'never-mentions-logging-metrics-alerting-incidents',
    'A whole design or story passes without a log, a metric, an alert or an incident',
  ),
  redFlag('designs-before-clarifying', 'Draws components while load, users and guarantees are still unknown'),
  redFlag('no-link-to-business-value', 'Asked whom it helped, cannot say who noticed or what it was worth'),
  redFlag('async-makes-everything-faster', 'Treats async as a speed switch, CPU-bound work included'),
  redFlag(
    'absolute-or-ideological-answers',
    'One right way for every case; a counterexample changes nothing',
  ),
  redFlag(
    'blames-people-in-incident-stories',
    'The cause of an outage is a person, and the story ends there',
  ),
  redFlag('recites-the-cv-in-order', 'Reads out employers and dates; the listener must find the thread'),
]

export const signals: readonly SignalContent[] = [...strongSignals, ...redFlags]
