import type { QuestionContent } from '../content.ts'

export const platformQuestions: readonly QuestionContent[] = [
  {
    key: 'q.docker',
    title: 'Container images for a Python service',
    prompt:
      'You inherit a Python service whose image has 1.9 gigabytes, builds for twelve minutes, runs as root and starts slowly. Nobody dares to touch the Dockerfile. What do you change, in which order, and how do you know it is better?',
    intent:
      'Hands-on knowledge shows in the order of the changes and in what the candidate measures. What a container is, in general, earns nothing here.',
    expectedPoints: [
      'Multi-stage build: compilers and headers stay behind, the final stage receives the virtual environment and the code.',
      'Orders layers by how often they change: lock file and dependencies before source, a cache mount for uv or pip, a `.dockerignore`.',
      'Picks a slim or distroless base and knows what it takes away (a shell to debug with, libraries a wheel may need).',
      'One artifact for every environment: base pinned by digest, dependencies installed from the lock, configuration from outside.',
      'Understands the isolation: namespaces and cgroups on a shared kernel, hence a non-root user, a read-only file system, few capabilities.',
    ],
    seniorExtras: [
      'Works on startup time: bytecode compiled in the build, imports measured with `-X importtime`, migrations out of the entry point.',
      'Logs structured lines to standard output, and runs a first process that passes signals on.',
      'Scans images and keeps an SBOM, with a rule for who fixes what by when; build secrets are mounted, never copied in.',
      'Thinks of the orchestrator: health endpoints, and worker counts taken from the container limit in place of the cores of the host.',
    ],
    redFlags: [
      'Explains containers as a concept and has never shortened a build or looked into a layer.',
      'Deletes files in a later layer and expects a smaller image.',
      'Deploys the `latest` tag, or passes secrets as build arguments.',
    ],
    followUps: [
      'On Friday a critical flaw in the base image is published. How do you know which services have it, and when are they clean?',
      'The container takes thirty seconds to stop on every deploy. What is going on?',
      'The image runs on your laptop and dies in the cluster with an illegal instruction. What do you suspect?',
    ],
    anchors: [
      {
        level: 1,
        text: 'Compares containers to small virtual machines and finds nothing to try on this file.',
      },
      {
        level: 2,
        text: 'Swaps in a smaller base from a blog post; dependencies are still reinstalled on each build, and root goes unnoticed.',
      },
      {
        level: 3,
        text: 'Splits build from run time, reorders for the cache, drops privileges, and gives megabytes and minutes before and after.',
      },
      {
        level: 4,
        text: "Measures where size, build and start go before editing, adds signals, locks and scanning with a named owner, and says which further optimization is not worth anybody's day.",
      },
    ],
    minutes: 6,
    levels: ['junior', 'mid', 'senior', 'staff'],
    areas: ['axis.production-judgement', 'area.cloud-deployment'],
    competencies: [
      { competency: 'operational-maturity', informs: 'primary' },
      { competency: 'production-ownership', informs: 'secondary' },
    ],
    structures: [],
    tags: ['docker', 'containers', 'supply-chain', 'build'],
  },
  {
    key: 'q.kubernetes',
    title: 'Running on Kubernetes',
    prompt:
      'Your API runs on Kubernetes. At every rolling deploy a few hundred requests fail, and under load some pods restart for no visible reason. Explain to me what Kubernetes is doing there, and what you would change.',
    intent:
      'Two everyday symptoms that object names cannot explain. They show whether the candidate has operated a service there or has only written manifests.',
    expectedPoints: [
      'Knows the pieces in motion: a deployment keeps pods at the wanted count, a Service discovers the ready ones by label, controllers repair what drifts.',
      'Rolling update: surge and unavailability limits, new pods receive traffic once ready, `rollout undo` restores the image but no schema.',
      'Readiness takes a pod out of rotation, liveness restarts it, a startup probe protects a slow boot.',
      'Failed requests on deploy: removal from the endpoints races with SIGTERM, so wait briefly in preStop, drain, and allow a grace period longer than the slowest request.',
      'Requests drive placement, limits cap: too much memory ends in an OOM kill, too much CPU in throttling that users feel as latency.',
      'Scales on a figure that follows the load (CPU, request rate, queue age with KEDA), and checks what sits behind.',
    ],
    seniorExtras: [
      'Reads evidence in order: last state and exit code, events, throttled periods, probe failures.',
      'Argues about CPU limits, and knows why many run latency-sensitive services with requests alone.',
      'Prepares for drained nodes as routine: PodDisruptionBudget, spread over zones, more than one replica.',
      'Lets two releases share a schema, since otherwise the rollback exists on paper only.',
      'Asks whether this team needs a cluster at all or a plainer managed platform.',
    ],
    redFlags: [
      'Name-drops objects and add-ons, and has never read an event or set a probe.',
      'Lets the liveness probe query the database, so that one slow failover restarts every pod.',
      'Adds pods while the database is out of connections.',
    ],
    followUps: [
      'All pods restart in the second in which the database fails over. Why, and was that right?',
      'The dashboard shows CPU at forty percent of the limit, yet pods are throttled and the tail latency is dreadful. How can both be true?',
      'The autoscaler goes from four to forty pods in a spike. What breaks next?',
    ],
    anchors: [
      {
        level: 1,
        text: 'Lists nouns from the documentation; failing deploys are something to hand to the platform team.',
      },
      {
        level: 2,
        text: 'Runs the commands they were once given and raises memory until the restarts stop; mixes up which probe kills and which only hides.',
      },
      {
        level: 3,
        text: 'Explains both symptoms, the shutdown race and the limit or overeager check, and names a setting that cures each.',
      },
      {
        level: 4,
        text: 'Builds the case from exit codes and throttling data, foresees what forty replicas do to PostgreSQL, turns drains and rollbacks into non-events, and knows which of our services would be better off elsewhere.',
      },
    ],
    minutes: 7,
    levels: ['mid', 'senior', 'staff'],
    areas: ['axis.production-judgement', 'area.cloud-deployment', 'area.debugging-incidents'],
    competencies: [
      { competency: 'operational-maturity', informs: 'primary' },
      { competency: 'debugging-methodology', informs: 'secondary' },
      { competency: 'scalability-judgement', informs: 'secondary' },
    ],
    structures: [],
    tags: ['kubernetes', 'deployment', 'probes', 'autoscaling'],
  },
  {
    key: 'q.cicd',
    title: 'From commit to production',
    prompt:
      'You join a team that deploys on Thursdays, by hand, from a checklist, and every fifth deploy is followed by a hotfix. You have a month and no extra people. What does the way to production look like at the end, and what did you do first?',
    intent:
      "A limited month forces priorities. We look for delivery as part of the engineer's own work: fewer failed changes, a known way back, and colleagues who came along.",
    expectedPoints: [
      'On every change: layered automated tests, static analysis and types, security scanning of dependencies and secrets, fast enough that people wait for it.',
      'Builds one artifact and promotes the same one through the environments.',
      'Automates the deployment, with a gate that fits the risk and migrations as a step both releases can live with.',
      'Has a rehearsed rollback: the previous artifact or a flag, and a known time to restore.',
      'Says what it is for: smaller changes, lower risk, releases on any day.',
    ],
    seniorExtras: [
      'Treats it as operational reliability: canary or blue-green, stopped automatically by error rate or latency.',
      'Takes a baseline (lead time, share of failed changes, time to restore) and shows it again after the month.',
      'Quarantines flaky tests with an owner and a date; a red main branch stops other work.',
      'Protects the pipeline itself: actions pinned by digest, short-lived credentials through OIDC, signed artifacts.',
      'Automates the checklist line by line with the people who wrote it.',
    ],
    redFlags: [
      '"DevOps does it": no picture of what happens after the merge.',
      'Nothing ships until coverage reaches a round number or a new tool is bought.',
      'Knows only the way forward; a failed migration is to be fixed quickly, live.',
    ],
    followUps: [
      'The suite takes fifty minutes and fails at random twice a week. What do you do about it this week?',
      'A migration drops a column that the previous release still reads. What does your rollback look like?',
      'Security wants every finding to block the build. How do you reach an agreement you can both keep?',
    ],
    anchors: [
      {
        level: 1,
        text: 'Regards delivery as a job for others; their work ends when the pull request is approved.',
      },
      {
        level: 2,
        text: 'Names a build server and its stages; asked why one release in five breaks, or how to return, has nothing.',
      },
      {
        level: 3,
        text: 'Begins with the causes of the hotfixes, automates checks and a single artifact along one path, and practices going back.',
      },
      {
        level: 4,
        text: 'Plans four weeks by risk: something live in the first, failures counted before and after, a canary with a stop rule, and the authors of the old list owning the new pipeline.',
      },
    ],
    minutes: 7,
    levels: ['junior', 'mid', 'senior', 'staff'],
    areas: ['area.cloud-deployment', 'area.maintainability', 'area.ownership-operations'],
    competencies: [
      { competency: 'testing-quality', informs: 'primary' },
      { competency: 'collaboration', informs: 'secondary' },
      { competency: 'business-impact', informs: 'secondary' },
    ],
    structures: [],
    tags: ['ci-cd', 'delivery', 'rollback', 'testing'],
  },
]
