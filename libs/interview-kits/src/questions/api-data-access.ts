import type { QuestionContent } from '../content.ts'

/** Reading and writing: making it fast, mapping it, keeping copies of it. */
export const apiDataAccessQuestions: readonly QuestionContent[] = [
  {
    key: 'q.api-performance',
    title: 'Making a slow API fast',
    prompt:
      'The endpoint that lists the invoices of a customer takes four seconds at the ninety-fifth percentile; last quarter it took three hundred milliseconds. You have an afternoon. Where do you start, and which fixes do you consider in which order?',
    intent:
      'Everybody can list remedies. We want the order: find where the time goes, repair the largest part, show that it helped.',
    expectedPoints: [
      'Locates the time before touching anything: a trace of slow requests, the query log, and what changed since last quarter.',
      'Reads the query plan: a missing or unusable index, rows fetched and thrown away, fewer and narrower queries.',
      'Bounds the response: pagination by key, only the fields that are shown, compression for what stays large.',
      'Caches what is read often and may be a little old, and says how old.',
      'Takes work out of the request: exports, mails and partner calls run asynchronously.',
      'Spreads load over more instances behind a balancer once the application tier is shown to be the limit.',
    ],
    seniorExtras: [
      'Recognizes N+1 by the number of queries per request and pins that number with an assertion in a test.',
      'Knows that waiting for a connection looks like a slow database: pool size over all processes, PgBouncer in transaction mode and what it asks of prepared statements.',
      'Asks who is in the slow five percent; perhaps one tenant with two hundred thousand invoices.',
      'Places each copy where it pays (CDN, Redis, in process) and moves heavy work to a background worker.',
      'Leaves a latency budget with an alert, so the next slide is seen in week one.',
    ],
    redFlags: [
      'Redis in the first sentence.',
      'Optimizes by guess: tunes Python loops while a query takes the time.',
      'Offers an average as proof.',
    ],
    followUps: [
      'The query takes twenty milliseconds in the console and two seconds in the service. What explains the difference?',
      'Offset pagination gets slower toward the last page. Why, and what do you put in its place?',
      'You cached the list, and accounting complains that a paid invoice shows as open. Now what?',
    ],
    anchors: [
      {
        level: 1,
        text: 'Throws out remedies (cache, bigger server, rewrite as a microservice) with no interest in where four seconds go.',
      },
      {
        level: 2,
        text: 'Suspects the database because it usually is; adds an index without reading the plan and could not tell whether that or the quiet evening helped.',
      },
      {
        level: 3,
        text: 'Traces one bad request, splits it into its parts, repairs the largest, and compares the same percentile afterwards.',
      },
      {
        level: 4,
        text: 'Finds out which customers suffer and since when, ranks options by gain against risk for one afternoon, ships the cheap one reversibly, and leaves behind a guard with an owner.',
      },
    ],
    minutes: 8,
    levels: ['mid', 'senior', 'staff'],
    areas: ['axis.scalable-design', 'area.api-scalability', 'area.data-decisions'],
    competencies: [
      { competency: 'debugging-methodology', informs: 'primary' },
      { competency: 'scalability-judgement', informs: 'secondary' },
      { competency: 'business-impact', informs: 'secondary' },
    ],
    structures: [],
    tags: ['api', 'performance', 'profiling', 'postgresql'],
  },
  {
    key: 'q.orm-sql',
    title: 'ORM or SQL',
    prompt:
      'Half of the team puts everything through the ORM; the other half wants plain SQL, because then they know what runs. You decide for the new service. What is your rule, and what do you tell each side?',
    intent:
      'A question that invites ideology. A good answer gives colleagues a rule they can apply on Monday and shows knowledge of what the mapper does underneath.',
    expectedPoints: [
      'For the mapper: speed of development, one maintained description of the domain, bound parameters, migrations.',
      'For SQL: control of the plan, window functions, set-based updates, locking clauses.',
      'A default with named exceptions: mapper for everyday reads and writes, hand-written SQL where the plan decides.',
      'Watches what is emitted: statement log, lazy loading against `selectinload` or `prefetch_related`.',
      'Parameters in both worlds; building statements from strings is an injection waiting to happen.',
    ],
    seniorExtras: [
      'Knows that SQLAlchemy 2 async sessions refuse implicit loading, which forces a loading strategy per query, and welcomes it.',
      'Explains that no mapper removes transactions: isolation levels, lost updates, `FOR UPDATE` or a version column.',
      'Takes bulk writes out of the object layer: `COPY`, `INSERT ... ON CONFLICT`, chunks.',
      'States what would flip the rule: reporting load, the skills of the team, a legacy schema.',
    ],
    redFlags: [
      'Ideology in either direction, such as "ORMs are for people who cannot write SQL".',
      'Has never read a statement or a plan that their own code produced.',
      'Justifies the abstraction with a change of database that will never come.',
    ],
    followUps: [
      'Tell me how a page that loops over five hundred orders ends up with five hundred and one queries.',
      'Your hand-written report query is forty times faster. How does it live in the code base so that it survives the next renamed column?',
      'You replace a loop of ten thousand saves with one bulk update. What no longer happens?',
    ],
    anchors: [
      {
        level: 1,
        text: 'Joins one camp wholesale; when sketching the alternative, concatenates user input into the statement.',
      },
      {
        level: 2,
        text: 'Grants that both have merits but offers no criterion: a colleague would not know which to use for the next endpoint.',
      },
      {
        level: 3,
        text: 'Gives a workable default with exceptions, keeps an eye on lazy loading, and tests special queries on the production engine.',
      },
      {
        level: 4,
        text: 'Weighs upkeep against plan control for this particular team, reasons about locks and bulk paths beneath the mapper, and reports one exception they made, its measured gain and its upkeep since.',
      },
    ],
    minutes: 7,
    levels: ['junior', 'mid', 'senior', 'staff'],
    areas: ['axis.production-judgement', 'area.data-decisions', 'area.maintainability'],
    competencies: [
      { competency: 'trade-off-thinking', informs: 'primary' },
      { competency: 'testing-quality', informs: 'secondary' },
    ],
    structures: [],
    tags: ['databases', 'orm', 'sql', 'sqlalchemy'],
  },
  {
    key: 'q.caching',
    title: 'Caching and Redis',
    prompt:
      'Product pages are read five thousand times a second and change a few times a day, but prices change by the minute. You may use Redis. What do you cache, for how long, and how does a changed price reach the reader?',
    intent:
      'Two kinds of data with different tolerance for staleness. Candidates who have lived with a cache talk about wrong entries and cold starts before they talk about hit ratios.',
    expectedPoints: [
      'Cache-aside: read the copy, load and store on a miss, delete it after the write.',
      'A TTL per kind of data, derived from how old it may be; prices short-lived or kept out of the page.',
      'Invalidates on write, by event or versioned key, and keeps expiry as the safety net.',
      'Distributed against in-process: a network hop with one view, or speed with copies that disagree; memory limit and eviction policy set on purpose.',
      'Hot keys: one key lives on one shard, so the bestseller needs a local copy or several replicas of its entry.',
      'Leaves some reads alone: the price at checkout comes from the source.',
    ],
    seniorExtras: [
      'Says that knowing when an entry is wrong is the hard part, and has paid for it once.',
      'Prevents a stampede: one loader per key, jittered expiry, stale-while-revalidate.',
      'Plans for an empty or absent cache: short timeouts, a database that survives the cold start, a warm-up.',
      'Uses HTTP first: `Cache-Control`, ETag and a CDN may absorb most reads before Python runs.',
      'Measures hits, evictions and age, and removes caches that do not pay for themselves.',
    ],
    redFlags: [
      'Cache everything, for an hour, by default.',
      'Invalidates by scanning with `KEYS` or by flushing the lot at each deploy.',
      'Keeps data only in Redis without a word on persistence or eviction.',
    ],
    followUps: [
      'The most popular page expires at noon, in the middle of a sale. What happens in the next second?',
      'A reader loads the old row, a writer updates it and deletes the key, and then the reader stores what it had. How long is the price wrong?',
      'Redis is evicting keys although you planned the memory. What do you check?',
    ],
    anchors: [
      {
        level: 1,
        text: 'Puts results into Redis and leaves it there; the new price "appears at some point", with no figure attached.',
      },
      {
        level: 2,
        text: 'Describes get-or-load with one lifetime for everything; "we delete the key" is the whole account, with no thought for races or expiry under load.',
      },
      {
        level: 3,
        text: 'Separates pages from prices, ties each TTL to tolerable staleness, clears on change, and protects the database when a popular entry runs out.',
      },
      {
        level: 4,
        text: 'Asks whether a CDN or a better query makes it unnecessary, walks through the interleavings that leave wrong data behind, sizes for a cold start, and names the numbers that would make them take it out again.',
      },
    ],
    minutes: 8,
    levels: ['mid', 'senior', 'staff'],
    areas: ['axis.scalable-design', 'area.api-scalability', 'area.data-decisions'],
    competencies: [
      { competency: 'scalability-judgement', informs: 'primary' },
      { competency: 'trade-off-thinking', informs: 'secondary' },
      { competency: 'operational-maturity', informs: 'secondary' },
    ],
    structures: [],
    tags: ['caching', 'redis', 'invalidation', 'consistency'],
  },
]
