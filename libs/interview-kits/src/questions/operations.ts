import type { QuestionContent } from '../content.ts'

export const operationsQuestions: readonly QuestionContent[] = [
  {
    key: 'q.observability',
    title: 'Observability',
    prompt:
      'It is three in the morning, checkout is failing for some customers, and you have never seen this service before. What do you hope its authors left for you, and what would you have built in as one of them?',
    intent:
      'Puts the candidate on the receiving end. Tools do not help with "some customers"; signals that can be narrowed, and alerts that mean something, do.',
    expectedPoints: [
      'Metrics for rate, errors and duration of each route and dependency, and for saturation of what can run out.',
      'Structured logs with request id, tenant and release, free of secrets and personal data.',
      'Traces across services, so that one failed checkout can be followed to the call that broke it.',
      'Alerts on what users feel, each with an owner and a first step written down.',
      'Dashboards that lead from the overview to one dependency, with deploys and flag changes marked.',
    ],
    seniorExtras: [
      'Defines an SLO worth keeping and pages on the burn rate of its error budget over a long and a short window.',
      'Fights alert fatigue: reviews each page, deletes or demotes what needs no action.',
      'Carries the correlation id in a context variable into logs, jobs and outgoing calls.',
      'Knows the bill: user ids do not belong in metric labels, and tail sampling keeps errors and slow traces.',
      'Triage in the right order: what do the failing requests share (release, region, tenant), stop the harm, explain afterwards.',
    ],
    redFlags: [
      '"We had logs", meaning text files on a machine one signs in to.',
      'Alerts on every CPU peak and mutes the channel.',
      'Takes an installed agent for observability; has never asked the data a question no dashboard held.',
    ],
    followUps: [
      'The error rate is flat at 0.4 percent and support is getting calls. What could be hiding the failures?',
      'You may keep one percent of the traces. Which ones?',
      'On-call gets thirty pages a week, two of them real. Walk me through your first month.',
    ],
    anchors: [
      {
        level: 1,
        text: 'Would sign in to a server and search text; cannot say how anyone would know that users are failing.',
      },
      {
        level: 2,
        text: 'Names Prometheus, Grafana and Sentry; cannot turn "some customers" into a query that halves the problem.',
      },
      {
        level: 3,
        text: 'Narrows from a metric to a trace to the log line, and once built the request id that makes those jumps possible.',
      },
      {
        level: 4,
        text: 'Agrees with product on what is promised, pages on the budget being spent, prunes signals nobody acts on, and shows from an outage how many minutes each of these saved.',
      },
    ],
    minutes: 7,
    levels: ['mid', 'senior', 'staff', 'principal'],
    areas: ['axis.production-judgement', 'area.debugging-incidents', 'area.ownership-operations'],
    competencies: [
      { competency: 'operational-maturity', informs: 'primary' },
      { competency: 'debugging-methodology', informs: 'secondary' },
      { competency: 'production-ownership', informs: 'secondary' },
    ],
    structures: [],
    tags: ['observability', 'slo', 'tracing', 'alerting'],
  },
  {
    key: 'q.system-design',
    title: 'Design ticket sales for a big concert',
    prompt:
      'Design the service behind ticket sales for concerts: people browse events, choose seats, pay, and receive a ticket. Most days are quiet; when a famous band goes on sale, two hundred thousand people arrive within a minute. Think aloud, ask me whatever you need, and tell me when you assume something.',
    intent:
      'A quiet system with one violent minute: copying every box does not solve it, because all the load meets on one set of seats.\n\nFacts to give when asked, not before: 50,000 numbered seats; browsing outweighs buying by a hundred to one outside a sale; no seat may ever be sold twice, while the seat map may lag by a few seconds; a chosen seat is held for ten minutes; an outside provider takes the payment in about two seconds; scalpers use bots.',
    expectedPoints: [
      'Clarifies traffic, read/write ratio, consistency, latency and security before drawing, and writes the answers down.',
      'Estimates: page views and reservations per second, rows, connections; finds the hottest spot, which is the seats of one event.',
      'Stateless services behind load balancers, scaled horizontally; browsing served by a CDN and cache, apart from the buying path.',
      'A transactional store decides who gets the seat (conditional update or unique constraint), with holds that expire; replicas serve reads only.',
      'Redis for caches and waiting-room counters, with a word on what happens when it loses them.',
      'Queues behind the payment for tickets and mails, and a provider callback that may safely arrive twice.',
      'Controls entry: waiting room, rate limits, defense against bots.',
      'Walks through failures (provider down, lagging replica, lost zone, half-finished purchase) and what the buyer sees in each.',
      'Says how it is watched: purchase funnel, latency, queue age, and a check that sold seats never exceed seats.',
    ],
    seniorExtras: [
      'Starts small: one relational database carries the quiet days; gives the figure at which the next part is needed.',
      'Isolates the big event, so its sale cannot take down the others.',
      'Chooses consistency per path and defends it in terms of what buyers experience.',
      'Degrades on purpose: sells more slowly, never wrongly.',
      'Prepares the day: load test, capacity booked in advance with its price, switches, a person in charge.',
    ],
    redFlags: [
      'Boxes on the board in the first minute, without a question.',
      'Kafka, microservices and sharding before any number asks for them.',
      'Sells one seat to two people and defends the design after it has been shown.',
    ],
    followUps: [
      'Two people press pay for the same seat in the same millisecond. Show me the statement that decides.',
      'The provider confirms a payment after the hold has expired. Who has the seat, and where is the money?',
      'Redis restarts in the middle of the sale. Which parts of your design stop?',
      'Product demands strict first come, first served. What does that cost?',
      'You get half the budget. What goes first?',
    ],
    anchors: [
      {
        level: 1,
        text: 'Draws a gateway, ten services and a NoSQL cluster at once; never gets to the contested seat, and answers a challenge with another product name.',
      },
      {
        level: 2,
        text: 'Arrives at balancer, cache and database with prompting; no figure is computed, scaling means more of everything, and outages come up when I raise them.',
      },
      {
        level: 3,
        text: 'Obtains the constraints, works out the peak, settles each seat in one transaction shielded from browsing traffic, and handles two failures, including how we would notice.',
      },
      {
        level: 4,
        text: 'Leads the conversation: ties every part to an assumption, bends the peak by admission rather than machines, follows a half-finished payment to its end, prices the busy minute, and redraws calmly when I change a requirement.',
      },
    ],
    minutes: 45,
    levels: ['mid', 'senior', 'staff', 'principal'],
    areas: [
      'axis.scalable-design',
      'area.architecture',
      'area.data-decisions',
      'area.communication-ambiguity',
    ],
    competencies: [
      { competency: 'scalability-judgement', informs: 'primary' },
      { competency: 'clarification', informs: 'primary' },
      { competency: 'trade-off-thinking', informs: 'secondary' },
      { competency: 'structured-thinking', informs: 'secondary' },
      { competency: 'communication', informs: 'secondary' },
    ],
    structures: ['structure.system-design', 'clarify.constraints'],
    tags: ['system-design', 'scalability', 'consistency', 'capacity'],
  },
]
