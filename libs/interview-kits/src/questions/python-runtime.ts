import type { QuestionContent } from '../content.ts'

export const pythonRuntimeQuestions: readonly QuestionContent[] = [
  {
    key: 'q.async-sync',
    title: 'Sync, async and the event loop',
    prompt:
      'A team wants to rewrite its synchronous API in async Python because the service is slow under load. What would you want to know before you say yes, and what would actually change inside the process?',
    intent:
      'Shows whether the candidate picks a concurrency model from the workload. Async buys back waiting time, never computing time, and charges for it in debugging effort and in the libraries one may still use. Listen for both sides of that bill.',
    expectedPoints: [
      'One thread runs the event loop, and a coroutine gives up control only where it awaits; a call that never awaits freezes every request in that process.',
      'The gain is overlapped waiting on databases, HTTP calls and sockets; a handler that computes for 200 ms gains nothing.',
      'Finds out what the slow requests wait for, from traces or a profile that splits waiting from CPU time, before choosing.',
      'Sets the other models beside it (more worker processes, a thread pool, a queue) with what each costs in memory and complexity.',
      'Sees that API concurrency is capped elsewhere: a thousand open coroutines still share twenty database connections.',
      'Names services that should stay synchronous: plain CRUD on a mature ORM, modest concurrency, a team fluent in threads.',
    ],
    seniorExtras: [
      'Hunts blocking libraries on purpose: loop debug mode with a slow-callback threshold, a loop-lag metric, `asyncio.to_thread` as a bridge with a bounded pool.',
      'Sends CPU-heavy work to processes or a worker service and counts the serialization in between.',
      'Uses `asyncio.TaskGroup` and `asyncio.timeout`, so one failure cancels its siblings and surfaces as an exception group; never swallows `CancelledError`.',
      'Puts the price on the table: function color spreading through the code base, thin stack traces, new pools and test fixtures; knows `python -m asyncio pstree` for a stuck process.',
    ],
    redFlags: [
      'Says async makes code faster, without asking what the code does.',
      'Calls a blocking client or ORM inside `async def` and sees no problem.',
      'Fires `create_task` and forgets it: no reference held, errors unseen, nothing cancelled at shutdown.',
    ],
    followUps: [
      'One endpoint of your async service resizes images, and unrelated endpoints time out while it runs. What do the metrics show, and what do you change?',
      'The client disconnects halfway through a fan-out to five services. What happens to the five calls?',
      'A partner allows twenty parallel requests and your service has five hundred in flight. Where do you put the limit?',
    ],
    anchors: [
      {
        level: 1,
        text: 'Promises that adding `async` speeds the service up; given a password hash inside a handler, expects the loop to spread it over the cores.',
      },
      {
        level: 2,
        text: 'Recites keywords and draws a loop, yet never asks where the time goes and cannot say what a blocking driver does to the neighboring requests.',
      },
      {
        level: 3,
        text: 'Tells waiting from computing by measurement, keeps blocking code off the loop, and names a case where the synchronous version should be left alone.',
      },
      {
        level: 4,
        text: 'Decides from traces and pool sizes, designs cancellation, deadlines and back-pressure in, and recounts a migration (or a refusal) with figures and with what became harder to debug.',
      },
    ],
    minutes: 9,
    levels: ['mid', 'senior', 'staff', 'principal'],
    areas: ['axis.fundamentals', 'area.async-concurrency', 'area.api-scalability'],
    competencies: [
      { competency: 'python-fundamentals', informs: 'primary' },
      { competency: 'trade-off-thinking', informs: 'secondary' },
      { competency: 'scalability-judgement', informs: 'secondary' },
    ],
    structures: [],
    tags: ['python', 'asyncio', 'concurrency', 'event-loop'],
  },
  {
    key: 'q.threads-processes',
    title: 'Threads or processes, and when',
    prompt:
      'You have two jobs: fetching forty thousand small files from object storage, and computing a thumbnail for each of them. How would you run each one in Python, and why not the other way round?',
    intent:
      'Two jobs with opposite profiles force a choice with a reason. Definitions alone cannot answer this, and the best candidates notice that the imaging library changes the picture.',
    expectedPoints: [
      'Threads share one address space: cheap to start, no copying, and therefore races and locks.',
      'Processes are isolated: a crash or leak stays in one, but arguments and results are pickled and each worker pays its own memory.',
      'In the default build the lock lets one thread execute bytecode at a time, so pure-Python computing does not spread over cores by adding threads.',
      'Downloads go to threads or coroutines because they mostly wait; heavy computation goes to processes.',
      'Bounds each pool by what limits it (remote rate, cores, memory) and collects results through `concurrent.futures` instead of by hand.',
    ],
    seniorExtras: [
      'Checks whether the C code lets go of the lock while it works; Pillow, NumPy and zlib often do, and then threads win on memory.',
      'Knows that Linux moved from `fork` to `forkserver` as the default start method in 3.14, and why forking a process with live threads or open connections hangs or corrupts.',
      'Brings up `InterpreterPoolExecutor` or the free-threaded build as further options, together with the extension support they demand.',
      'Cuts the transfer before adding workers: chunks, shared memory, or handing over an object key in place of the bytes.',
    ],
    redFlags: [
      'Gives two definitions and cannot assign either job.',
      'Takes `counter += 1` from many threads for safe because the interpreter has a lock.',
      'Starts one thread or process per file, with no bound.',
    ],
    followUps: [
      'A worker process is killed for memory in the middle of a batch. What does the parent see, and which files are done?',
      'Your process pool turns out slower than the plain loop. Name the first three things you would measure.',
      'After an upgrade to 3.14 the pool fails with pickling errors at startup. What changed?',
    ],
    anchors: [
      {
        level: 1,
        text: 'Cannot say which of the two shares memory, or gives the thumbnails eight threads and expects eight times the speed.',
      },
      {
        level: 2,
        text: 'Defines both correctly, then assigns the jobs out of habit, with no argument that mentions waiting, copying or cores.',
      },
      {
        level: 3,
        text: 'Puts fetching and resizing into different pools with a reason for each, sizes them, and raises pickling cost or shared state unasked.',
      },
      {
        level: 4,
        text: 'Questions the split itself: looks at what the imaging library does with the lock, estimates memory per worker, plans for a child that dies, and draws on such a pipeline they ran.',
      },
    ],
    minutes: 7,
    levels: ['junior', 'mid', 'senior', 'staff'],
    areas: ['axis.fundamentals', 'area.async-concurrency'],
    competencies: [
      { competency: 'python-fundamentals', informs: 'primary' },
      { competency: 'scalability-judgement', informs: 'secondary' },
    ],
    structures: [],
    tags: ['python', 'concurrency', 'multiprocessing', 'threading'],
  },
  {
    key: 'q.gil',
    title: 'The GIL',
    prompt:
      'A worker process of yours sits at exactly one core while seven others are idle and the backlog grows. Somebody in the channel writes that it is the GIL. How do you find out whether that is true, and what can you do about it?',
    intent:
      'Separates people who repeat a slogan from people who can predict when the lock hurts. Half of the question is diagnosis: the symptom has other causes.',
    expectedPoints: [
      'In the default CPython build a thread must hold the lock to run bytecode, so each interpreter executes Python in one thread at any moment.',
      'It keeps reference counts and object internals consistent without a lock per object, which made memory management and C extensions simple.',
      'Threads that compute take turns; adding more brings contention, not throughput.',
      'It is released around blocking I/O and in many C functions, which is why I/O-heavy services rarely suffer from it.',
      'Confirms before acting: a sampling profiler that shows who holds the lock, CPU per thread, running against waiting time.',
      'Offers ways around it: processes, native or vectorized code that drops the lock, another worker layout.',
    ],
    seniorExtras: [
      'Tells it as a design decision with a history: earlier removals slowed single-threaded code too much, and PEP 703 needed biased reference counting and a new allocator to change that.',
      'Places free-threaded Python correctly: officially supported from 3.14 as a separate build, some percent slower on one thread, and an extension that does not declare support switches the lock back on.',
      'Keeps the lock apart from correctness: read-modify-write on shared data races with it and without it.',
      'Mentions that each subinterpreter has a lock of its own (`concurrent.interpreters`, 3.14), paid for with very limited sharing.',
    ],
    redFlags: [
      '"Python cannot do concurrency", and nothing after it.',
      'Blames the lock for slow database calls.',
      'Would ship the free-threaded build without asking which native packages the service loads.',
    ],
    followUps: [
      'Nine tenths of each request is spent waiting for PostgreSQL. Does the lock matter to you? What would have to change before it did?',
      'NumPy work in four threads does scale on your machine. Why?',
      'What would you test before you moved one service to the free-threaded build?',
    ],
    anchors: [
      {
        level: 1,
        text: 'Calls it a Python bug, or says threads are fake, and has no means to tell a contended lock from an empty queue.',
      },
      {
        level: 2,
        text: 'States "one thread at a time" and stops: no purpose, no distinction by workload, another language as the only remedy.',
      },
      {
        level: 3,
        text: 'Explains what it protects, predicts that code which waits is unaffected, confirms the suspicion with a profiler, and matches a remedy to the job.',
      },
      {
        level: 4,
        text: 'Doubts the premise first and lists what else pins a core (one event loop, one partition, one consumer); then weighs free-threading, subinterpreters and processes with their present limits against a workload they benchmarked.',
      },
    ],
    minutes: 7,
    levels: ['mid', 'senior', 'staff', 'principal'],
    areas: ['axis.fundamentals', 'area.async-concurrency'],
    competencies: [
      { competency: 'python-fundamentals', informs: 'primary' },
      { competency: 'debugging-methodology', informs: 'secondary' },
    ],
    structures: [],
    tags: ['python', 'gil', 'free-threading', 'runtime'],
  },
  {
    key: 'q.memory',
    title: 'Memory in a long-running service',
    prompt:
      'A long-running Python service grows by about fifty megabytes a day until it is killed. Walk me through what Python does with memory, and how you would find what is holding on to it.',
    intent:
      'The runtime model and its use in one question. A good answer knows that most Python leaks are objects somebody still points to, and goes looking for the owner.',
    expectedPoints: [
      'Every object carries a reference count and is freed the moment it drops to zero.',
      'Circular references keep each other above zero; a separate generational collector looks for groups that nothing outside can reach.',
      'Small objects are allocated from pools and arenas the interpreter keeps; freed memory may not return to the operating system, so a high plateau is not yet a leak.',
      'Real leaks are usually reachable: module-level dictionaries, an unbounded `lru_cache`, registered callbacks, stored exceptions with their frames.',
      'Compares snapshots over time with `tracemalloc` or memray and follows referrers to the owner.',
    ],
    seniorExtras: [
      'Separates the Python heap from native growth and fragmentation: resident size against traced size, native traces in memray, another allocator as an experiment.',
      'Buys time openly: memory limit, alert on the slope, workers recycled after so many requests, and a ticket that stays open.',
      'Gives each cache a maximum size and age, or weak references where it must not own, and asks what retention the feature needs.',
      'Knows pre-fork effects: reference counts are writes that unshare pages, `gc.freeze` before forking helps; immortal objects cover only a few built-ins.',
      'Follows the runtime: 3.14 first shipped an incremental collector, withdrawn in 3.14.5 after memory complaints from production.',
    ],
    redFlags: [
      'No model of the runtime beyond "the garbage collector does it".',
      'A nightly restart is the cure, and the search ends there.',
      'Believes `del` frees an object whoever else refers to it.',
    ],
    followUps: [
      'Resident memory climbs, but two snapshots a day apart look the same. Where do you look next?',
      'Why can an `lru_cache` on a method keep whole requests alive?',
      'How do you get heap data out of the one production process that shows it, without taking it down?',
    ],
    anchors: [
      {
        level: 1,
        text: 'Expects the language to take care of everything; suggests a bigger container and has no second step.',
      },
      {
        level: 2,
        text: 'Mentions reference counts and a collector, suspects cycles at once, and would sprinkle `gc.collect()` through the code to see.',
      },
      {
        level: 3,
        text: 'Distinguishes unreachable from merely retained, snapshots under realistic load, and walks from the growing type back to the listener or cache that owns it.',
      },
      {
        level: 4,
        text: 'First divides the growth into interpreter heap, native allocation and fragmentation, mitigates while searching, then tells of a leak they closed and the guard that now catches the next one.',
      },
    ],
    minutes: 8,
    levels: ['mid', 'senior', 'staff', 'principal'],
    areas: ['axis.fundamentals', 'axis.production-judgement', 'area.debugging-incidents'],
    competencies: [
      { competency: 'python-fundamentals', informs: 'primary' },
      { competency: 'debugging-methodology', informs: 'secondary' },
      { competency: 'operational-maturity', informs: 'secondary' },
    ],
    structures: [],
    tags: ['python', 'memory', 'garbage-collection', 'profiling'],
  },
]
