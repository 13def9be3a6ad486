import type { QuestionContent } from '../content.ts'

/** Work and facts that leave the request: job queues and event logs. */
export const apiDataMessagingQuestions: readonly QuestionContent[] = [
  {
    key: 'q.background-jobs',
    title: 'Background jobs',
    prompt:
      'After an order is paid we send a mail, create an invoice and notify the warehouse, and today all of that happens inside the request. Move it out, with Celery or whatever you know, and tell me what happens when a worker dies halfway.',
    intent:
      'Calling a task is one line. The question is about the second run: whether effects may repeat, whether anything can be lost, and who would notice.',
    expectedPoints: [
      'Names what belongs outside the request: mails, data processing, reports, third-party calls, scheduled jobs; the caller gets a quick answer and a way to see progress.',
      'Keeps messages small: ids and a version, with the worker reading current data.',
      'Expects at-least-once delivery: with late acknowledgement a task whose worker died may run again.',
      'Makes each effect repeatable: a unique key per effect, recorded in the same transaction, or the idempotency key of the provider.',
      'Retries transient errors only, with backoff, jitter and a ceiling, after which a person can find the message.',
      'Runs schedules from one place, with protection against overlap and a plan for the missed run.',
    ],
    seniorExtras: [
      'Sees the gap between commit and publish: `on_commit` still loses the message if the process dies there, an outbox table does not.',
      'Sets the visibility timeout above the longest task, or two workers will run it together.',
      'Separates queues by urgency and duration, lowers prefetch for long tasks, scales on the age of the oldest message.',
      'Stops workers gracefully on deploy and keeps task arguments compatible with messages already waiting.',
      'Knows that the tasks framework in Django 6 defines and enqueues; the production worker comes from elsewhere.',
    ],
    redFlags: [
      'No failure story: the broker is said to deliver exactly once.',
      'Retries at once and for ever, validation errors included.',
      'Serializes whole model objects into the message.',
    ],
    followUps: [
      'The warehouse call succeeded, and then the worker was killed before it acknowledged. Walk me through the second run.',
      'A deploy renames a task argument while ten thousand messages wait. What happens?',
      'Mails are three hours late and no task has failed. Where do you look?',
    ],
    anchors: [
      {
        level: 1,
        text: 'Starts a thread in the web process and never considers that the work might be lost.',
      },
      {
        level: 2,
        text: 'Adds `.delay()` with a retry count; the killed worker yields two invoices or none, and they cannot tell which.',
      },
      {
        level: 3,
        text: 'Makes mail, invoice and notification repeatable by key, chooses acknowledgement and backoff to match, and gives exhausted messages a place where somebody looks.',
      },
      {
        level: 4,
        text: 'Closes the gap between database commit and publish, gives the three steps separate queues and owners, watches queue age as the promise to users, and recounts a poison message or duplicate and what changed after it.',
      },
    ],
    minutes: 8,
    levels: ['mid', 'senior', 'staff'],
    areas: ['axis.production-judgement', 'area.architecture', 'area.ownership-operations'],
    competencies: [
      { competency: 'operational-maturity', informs: 'primary' },
      { competency: 'production-ownership', informs: 'secondary' },
      { competency: 'trade-off-thinking', informs: 'secondary' },
    ],
    structures: [],
    tags: ['queues', 'celery', 'idempotency', 'retries'],
  },
  {
    key: 'q.kafka',
    title: 'Event streaming with Kafka',
    prompt:
      'Tell me about a system you know in which events went through Kafka or a similar log. Then suppose we put one between our order service and four consumers tomorrow: what would we gain over a plain queue, and what would we have to look after?',
    intent:
      'Real use shows in the key, the lag and the replay that went wrong. The second half invites the candidate to advise against it.',
    expectedPoints: [
      'A retained log: producers append, each consumer reads at its own position, and reading removes nothing.',
      'Order holds within a partition, so the key decides what stays in sequence and where load piles up.',
      'A consumer group divides the partitions among its members; their number caps parallelism, and rebalances interrupt work.',
      'Replay by moving offsets: rebuild a view, attach a new consumer to old events.',
      'Replication and acknowledgement settings make the stream durable; partitions let it grow over brokers.',
      'Committing after processing means duplicates after a crash, committing before means loss; picks the first and tolerates repeats.',
    ],
    seniorExtras: [
      'Names the team effect: services decoupled in time and release, at the price of events as public contracts with schema rules.',
      'Knows the reach of exactly-once: transactions cover Kafka to Kafka, while a row or a mail outside needs idempotency.',
      'Feeds the log from the order database through an outbox or change capture in place of writing twice.',
      'Alerts on lag in minutes per group, gives bad records somewhere to go, and knows that added partitions reshuffle keys.',
      'Says when a job queue fits better, and that share groups (Kafka 4.2) narrow the gap without ordering and are still young in Python clients.',
    ],
    redFlags: [
      'Name-dropping: "event-driven with Kafka", and no topic, key, volume or consumer from their own work.',
      'Counts on order across the whole topic.',
      'Brings in a cluster for a hundred messages a minute and one reader.',
    ],
    followUps: [
      'One customer produces half of all events. What happens to your partitions?',
      'A consumer needs eleven minutes for a batch and keeps being thrown out of its group. Why?',
      'A bug wrote wrong totals for three days. How do you replay without mailing every customer again?',
    ],
    anchors: [
      {
        level: 1,
        text: 'Offers "scalable" and "decoupled" and pictures a queue that deletes whatever was read.',
      },
      {
        level: 2,
        text: 'Knows topics, offsets and groups from a course; has never chosen a key or watched lag, and cannot compare it with what a simple broker would do.',
      },
      {
        level: 3,
        text: 'Explains sequence and parallelism through a key they picked, expects duplicates, and describes one real stream with its volume and readers.',
      },
      {
        level: 4,
        text: 'Sets the running cost against our four consumers and may advise waiting; covers schema evolution, the dual write and replay with side effects, each out of something that hurt.',
      },
    ],
    minutes: 7,
    levels: ['mid', 'senior', 'staff', 'principal'],
    areas: ['axis.scalable-design', 'area.architecture', 'area.data-decisions'],
    competencies: [
      { competency: 'trade-off-thinking', informs: 'primary' },
      { competency: 'scalability-judgement', informs: 'secondary' },
      { competency: 'operational-maturity', informs: 'secondary' },
    ],
    structures: [],
    tags: ['kafka', 'streaming', 'events', 'ordering'],
  },
]
