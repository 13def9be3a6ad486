import type { QuestionContent } from '../content.ts'

export const pythonIdiomQuestions: readonly QuestionContent[] = [
  {
    key: 'q.decorators',
    title: 'What decorators are for',
    prompt:
      'Every handler in a service checks permissions, logs its duration and retries a partner call, all in copied lines. How would you get that out of the handlers, and where does a decorator stop being the right tool?',
    intent:
      'We want to hear what the technique does for code that several people maintain: one place for a cross-cutting concern, behavior that stays visible, and a limit to how much may be hidden.',
    expectedPoints: [
      'A decorator takes a callable and returns one that adds behavior around it, so the call sites stay as they are.',
      'Gives uses they have written or relied on: authorization, logging, timing, rate limits, retries, caching.',
      'Names what these have in common: concerns that cut across handlers and would otherwise be copied.',
      'Preserves name, docstring and signature: `functools.wraps`, and `ParamSpec` for the types.',
      'Knows what runs when: decoration once at import, the wrapper on each call, the decorator nearest to the function applied first.',
      'Writes an async wrapper for a coroutine function; a plain one measures only the creation of the coroutine.',
    ],
    seniorExtras: [
      'Chooses by life cycle: middleware sees every request and response, even one that no route takes; a decorator sees one handler with its parsed arguments.',
      'Allows retry as a decorator only with named errors, a ceiling, jitter and an operation that may safely run twice.',
      'Tests the policy by itself and the handler without it, through `__wrapped__` or a dependency that can be replaced.',
      'Prefers an explicit argument or injected dependency once hidden behavior would surprise the reader.',
    ],
    redFlags: [
      'Explains the at-sign and nested functions, and no reason for wanting them.',
      'Stacks five on one handler and cannot say whether caching or the permission check comes first.',
      'Catches every exception in the wrapper and returns `None`.',
    ],
    followUps: [
      'Your caching decorator sits above the permission check. What can go wrong?',
      'A timing decorator reports two microseconds for an endpoint that takes a second. Why?',
      'The same check must hold for two hundred endpoints and for paths that match no route. Which mechanism do you choose?',
    ],
    anchors: [
      {
        level: 1,
        text: 'Cannot produce a working wrapper, or takes the syntax for inheritance or for a passive label that something else reads.',
      },
      {
        level: 2,
        text: 'Writes the nested functions with a logging line from a tutorial; has no use from a real system and no opinion on order or lost metadata.',
      },
      {
        level: 3,
        text: 'Lifts the three concerns out one by one, keeps types and names intact, covers coroutines, and explains which runs outermost and why.',
      },
      {
        level: 4,
        text: 'Draws the border: request-wide policy to middleware, local rules beside the handler, no blind retry; tells how hidden behavior once misled the team and which convention came out of it.',
      },
    ],
    minutes: 7,
    levels: ['junior', 'mid', 'senior', 'staff'],
    areas: ['axis.fundamentals', 'area.maintainability'],
    competencies: [
      { competency: 'python-fundamentals', informs: 'primary' },
      { competency: 'testing-quality', informs: 'secondary' },
    ],
    structures: [],
    tags: ['python', 'decorators', 'middleware', 'cross-cutting'],
  },
  {
    key: 'q.iterators-generators',
    title: 'Iterators, generators and lazy pipelines',
    prompt:
      'You must turn a sixty-gigabyte export of events into daily totals per customer, on a machine with two gigabytes of memory. How do you structure that in Python, and what carries the data from one step to the next?',
    intent:
      'The protocol is easy to recite. The numbers in the prompt make the candidate show where laziness ends, which is where real pipelines fall over.',
    expectedPoints: [
      'The protocol: `__iter__` returns an iterator, `__next__` returns a value or raises `StopIteration`, and `for` is built on both.',
      'A generator function pauses at `yield` with its local state and resumes there, so values are computed on demand.',
      'Peak memory follows from what one stage holds (a record, a batch), not from the file.',
      'Chains small stages (read, parse, filter, aggregate), each of which can be fed and tested alone.',
      'Access is sequential and single-pass: no length, no index, nothing left after the first run.',
      'Performance has two sides: the first result comes early, but each item costs a step, so batches often win.',
    ],
    seniorExtras: [
      'Spots the stage that breaks laziness (sorting, grouping by an unsorted key, a join) and moves it to disk, to partial aggregates or into a database.',
      'Checks that the totals themselves fit: estimates the number of keys and partitions by customer if they do not.',
      'Streams end to end, from a server-side cursor to a chunked response, with the consumer setting the pace.',
      'Knows what a half-read generator still holds: `finally` runs at `close`, and an async generator wants `contextlib.aclosing`.',
    ],
    redFlags: [
      'Can spell `yield`, but reads the file with `readlines()` or into one data frame.',
      'Loops over a generator twice and is puzzled by the empty second pass.',
      'Returns a generator from inside a `with open(...)` block and reads from a closed file.',
    ],
    followUps: [
      'The consumer stops after ten records. When is the file closed?',
      'One line in ten million cannot be parsed. What does your pipeline do, and who learns about it?',
      'The job dies in hour three. How much of it do you repeat?',
    ],
    anchors: [
      {
        level: 1,
        text: 'Loads it all into a list and meets the memory limit with a request for a larger machine.',
      },
      {
        level: 2,
        text: 'Explains lazy evaluation in the abstract; the sketch has a `sorted()` or `list()` halfway that pulls the whole set back in, unnoticed.',
      },
      {
        level: 3,
        text: 'Composes streaming stages with a known peak for each, treats bad lines deliberately, and says what a single pass rules out.',
      },
      {
        level: 4,
        text: 'Estimates keys and bytes before designing, chooses batch size by measurement, makes the run resumable, and asks honestly whether a columnar engine should do the aggregation instead.',
      },
    ],
    minutes: 7,
    levels: ['junior', 'mid', 'senior', 'staff'],
    areas: ['axis.fundamentals', 'area.data-decisions'],
    competencies: [
      { competency: 'python-fundamentals', informs: 'primary' },
      { competency: 'scalability-judgement', informs: 'secondary' },
      { competency: 'testing-quality', informs: 'secondary' },
    ],
    structures: [],
    tags: ['python', 'generators', 'streaming', 'lazy-evaluation'],
  },
  {
    key: 'q.context-managers',
    title: 'Context managers and cleanup',
    prompt:
      'A function takes a database connection, starts a transaction, acquires a lock and writes a temporary file, and any of the four can fail. Tell me how you make sure everything is given back, in the right order.',
    intent:
      'Resource handling is where outages by exhaustion begin. The four resources show whether the candidate thinks in ownership and failure, or knows one idiom for files.',
    expectedPoints: [
      '`with` ties release to acquisition: `__enter__` sets up, `__exit__` runs on normal exit, exception, `return` and `break` alike.',
      'Uses it well beyond files: pooled connections, transactions that commit or roll back, locks, temporary settings.',
      'Release happens in reverse order, and a failure in the third setup still gives back the first two.',
      '`__exit__` is told about the exception and can suppress it, which should be rare and narrow.',
      'Writes their own with `contextlib.contextmanager`, and puts `try` and `finally` around the `yield`.',
    ],
    seniorExtras: [
      'Ties it to exception safety: no path, however unlikely, leaves a lock held or a connection checked out.',
      '`ExitStack` for a number of resources known only at run time, `pop_all` to pass ownership on after success.',
      'Handles the async form: cleanup that awaits can be cancelled itself, so it is given a deadline or shielded.',
      'Holds neither a transaction nor a pooled connection while calling another service.',
      'Connects leaks to what operators see: pool timeouts, connections idle in transaction, growing checkout time.',
    ],
    redFlags: [
      'Knows it from `open()` and nowhere else.',
      'Forgets `finally` in a generator-based manager, so cleanup is skipped exactly when something raises.',
      'Relies on `__del__` or the garbage collector to return connections.',
    ],
    followUps: [
      'The rollback itself raises because the connection is gone. Which of the two errors does the caller see?',
      'The process is killed with SIGKILL while it holds a distributed lock. What now?',
      'You open one connection per shard and learn the number of shards at run time. How do you write that?',
    ],
    anchors: [
      {
        level: 1,
        text: 'Closes each resource at the bottom of the function; an exception in the middle leaves the lock behind, also after a hint.',
      },
      {
        level: 2,
        text: 'Wraps the file in `with` and nests `try` for the rest; unsure what `__exit__` receives or how things unwind.',
      },
      {
        level: 3,
        text: 'Composes four managers, gets reverse order and half-finished setup right, and lets the outcome decide between commit and rollback.',
      },
      {
        level: 4,
        text: 'Argues about ownership and duration: shortens the transaction, hands resources over explicitly, allows for cancellation and hard kills, and cites a pool exhaustion traced to one missing release.',
      },
    ],
    minutes: 7,
    levels: ['junior', 'mid', 'senior', 'staff'],
    areas: ['axis.fundamentals', 'axis.production-judgement', 'area.maintainability'],
    competencies: [
      { competency: 'python-fundamentals', informs: 'primary' },
      { competency: 'operational-maturity', informs: 'secondary' },
    ],
    structures: [],
    tags: ['python', 'context-managers', 'resources', 'exception-safety'],
  },
]
