import { readFileSync } from 'node:fs'
import {
  answerStructureList,
  applicationList,
  areaList,
  auditEventList,
  candidateImportList,
  candidateList,
  competencyList,
  customFieldList,
  decisionList,
  emptyScorecard,
  erasureList,
  interviewList,
  interviewTemplateList,
  interviewTemplateVersionList,
  jobList,
  legalHoldList,
  levelProfileList,
  measurementFitList,
  noticeList,
  questionList,
  rejectionReasonList,
  retentionDueList,
  retentionRuleList,
  savedViewList,
  signalList,
  userList,
  type VersionContent,
} from '@assay/contracts'
import { z } from 'zod'
import type { World } from './blindness-world.ts'

/** One thing to ask, for everybody who owes. */
export interface Channel {
  method: string
  path: string
  body?: unknown
  headers?: Record<string, string>
}

const NOBODY = '0197a000-0000-7000-8000-00000000dead'
const FAR = { past: '2020-01-01T00:00:00.000Z', future: '2090-01-01T00:00:00.000Z' }

/** What each list may be asked for: its contract says by which names. */
const LISTS: Record<string, z.ZodObject> = {
  'answer-structures': answerStructureList,
  applications: applicationList,
  areas: areaList,
  'audit-events': auditEventList,
  'candidate-imports': candidateImportList,
  candidates: candidateList,
  competencies: competencyList,
  'custom-fields': customFieldList,
  decisions: decisionList,
  erasures: erasureList,
  'interview-template-versions': interviewTemplateVersionList,
  'interview-templates': interviewTemplateList,
  interviews: interviewList,
  jobs: jobList,
  'legal-holds': legalHoldList,
  'level-profiles': levelProfileList,
  'measurement-fits': measurementFitList,
  notices: noticeList,
  questions: questionList,
  'rejection-reasons': rejectionReasonList,
  'retention-due': retentionDueList,
  'retention-rules': retentionRuleList,
  'saved-views': savedViewList,
  signals: signalList,
  users: userList,
}

/** Nobody asks these in order to learn something; they end or begin a session. */
const LEFT_OUT = new Set(['/api/v1/setup'])

export interface GoldenRoute {
  method: string
  path: string
}

export const goldenRoutes = (): GoldenRoute[] =>
  readFileSync(new URL('../architecture/routes.golden.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split(/\s+/))
    .map(([method, path]) => ({ method: method!, path: path! }))

type Json = z.core.$ZodType & { def: { innerType?: Json; out?: Json; type: string } }

/** The shape below a default, and behind the reading of JSON. */
const core = (schema: Json): Json => {
  if (schema.def.innerType) return core(schema.def.innerType)
  return schema.def.type === 'pipe' && schema.def.out ? core(schema.def.out) : schema
}

const sortsOf = (list: z.ZodObject): string[] => {
  const tuple = core(list.shape['sort'] as Json) as unknown as z.ZodTuple<[z.ZodEnum]>
  return tuple.def.items[0].options as string[]
}

const filtersOf = (list: z.ZodObject): [string, Json][] => {
  const { shape } = core(list.shape['filter'] as Json) as unknown as z.ZodObject
  return Object.entries(shape) as [string, Json][]
}

/** Values that tell apart what moved from what did not. */
const valuesOf = (name: string, schema: Json, world: World): unknown[] => {
  const { job, candidate, application, neighbour, interviews, since, peers } = world
  const inner = core(schema)
  if (inner.def.type === 'enum') {
    const options = (inner as unknown as z.ZodEnum).options as string[]
    return options.length < 12
      ? options
      : options.filter((one) => /^(scorecard|application|interview)/.test(one))
  }
  if (inner.def.type === 'boolean') return [true, false]
  const byName: Record<string, unknown[]> = {
    ids: [[application.id], [candidate.id], [interviews.shared.id, interviews.others.id], [job.id]],
    jobId: [job.id],
    stageId: job.stages.map(({ id }) => id),
    candidateId: [candidate.id, neighbour.candidate.id],
    applicationId: [application.id],
    userId: peers.slice(0, 2).map(({ person }) => person.id),
    actorId: peers.slice(0, 2).map(({ person }) => person.id),
    subjectId: [application.id, candidate.id, interviews.shared.id, ...world.scorecards.ofPeers],
    subjectType: ['scorecard', 'application', 'interview', 'candidate'],
    templateId: [interviews.shared.template.id],
    q: ['ada', 'no such thing'],
    resume: ['services'],
    tags: [['Backend']],
    source: ['Referral'],
    customValues: [{}],
  }
  const known = byName[name]
  if (known) return known
  if (/(From|To|Before)$|^(from|to)$/.test(name)) return [FAR.past, since, FAR.future]
  return ['senior']
}

const asked = (path: string, facts: Record<string, unknown>): Channel => ({
  method: 'GET',
  path: `${path}?${Object.entries(facts)
    .map(([name, value]) => `${name}=${encodeURIComponent(JSON.stringify(value))}`)
    .join('&')}`,
})

const listChannels = (path: string, world: World): Channel[] => {
  const list = LISTS[path.split('/')[3]!]
  if (!list) return [{ method: 'GET', path }]
  const whole = path.endsWith('.csv') ? {} : { range: [0, 99] }
  const sorts = sortsOf(list).flatMap((field) => [
    asked(path, { sort: [field, 'ASC'], ...whole }),
    asked(path, { sort: [field, 'DESC'], ...whole }),
  ])
  const filters = filtersOf(list).flatMap(([name, schema]) =>
    valuesOf(name, schema, world).map((value) => asked(path, { filter: { [name]: value }, ...whole })),
  )
  return [{ method: 'GET', path }, ...sorts, ...filters]
}

/** Ids that routes of a resource take. */
const idsOf = (resource: string, world: World, kit: VersionContent): string[] => {
  const { application, neighbour, candidate, interviews, job, scorecards, peers } = world
  const question = kit.sections[0]?.questions[0]?.id ?? NOBODY
  const ids: Record<string, string[]> = {
    applications: [application.id, neighbour.id],
    candidates: [candidate.id, neighbour.candidate.id],
    interviews: [interviews.shared.id, interviews.others.id, interviews.neighbours.id],
    jobs: [job.id],
    scorecards: [...scorecards.ofPeers, ...scorecards.ofReaders],
    decisions: [world.decisionId],
    users: peers.map(({ person }) => person.id),
    questions: [question],
    competencies: kit.competencies.slice(0, 1).map(({ id }) => id),
    signals: kit.signals.slice(0, 1).map(({ id }) => id),
    'answer-structures': kit.structures.slice(0, 1).map(({ id }) => id),
    'interview-templates': [interviews.shared.template.id],
    'interview-template-versions': [interviews.shared.version.id],
    'audit-events': [0, 1, 2, 5, 20, 60].map((beyond) => String(world.lastEntry + beyond)),
  }
  return ids[resource] ?? [NOBODY]
}

const GET_CHANNELS = (world: World, kit: VersionContent): Channel[] =>
  goldenRoutes()
    .filter(({ method, path }) => method === 'GET' && !LEFT_OUT.has(path))
    .flatMap(({ path }) => {
      if (!path.includes(':')) return listChannels(path, world)
      const paths = idsOf(path.split('/')[3]!, world, kit).map((id) =>
        path.replace(':id', id).replaceAll(/:\w+/g, NOBODY),
      )
      if (path.endsWith('/timeline')) paths.push(...paths.map((one) => `${one}?limit=2`))
      if (path.endsWith('/diff') || path.includes('preparation-sheet')) return []
      return paths.map((one) => ({ method: 'GET', path: one }))
    })

type Post = (path: string, body?: unknown, headers?: Record<string, string>) => Channel

/** Of a debrief and a decision whose ids somebody may know from before they owed. */
const meetingPosts = ({ debriefId, decisionId, application }: World, post: Post): Channel[] => {
  const facts = {
    outcome: 'continue',
    rationale: { text: 'So.', competencies: [{ competencyId: NOBODY, text: 'So.' }] },
    snapshotHash: '0'.repeat(64),
  }
  return [
    ...['before', 'after'].map((phase) => post(`debriefs/${debriefId}/votes`, { phase, value: 'no' })),
    ...['begin-talking', 'close', 'reopen'].map((verb) => post(`debriefs/${debriefId}/${verb}`)),
    {
      method: 'PATCH',
      path: `/api/v1/debriefs/${debriefId}`,
      body: { notes: 'Mine.' },
      headers: { 'if-match': '"1"' },
    },
    post('decisions', { applicationId: application.id, ...facts }),
    post(`decisions/${decisionId}/approve`),
    post(`decisions/${decisionId}/refuse`, { because: 'Why not.' }),
    post(`decisions/${decisionId}/supersede`, { because: 'Why not.', ...facts }),
  ]
}

/** Posts that only read, and commands that are refused: a refusal must not tell either. */
const POSTS = (world: World): Channel[] => {
  const { application, candidate, neighbour, interviews, scorecards, reasonId, job, changeSetIds } = world
  const stageId = job.stages[3]!.id
  const post: Post = (path, body, headers) => ({
    method: 'POST',
    path: `/api/v1/${path}`,
    ...(body === undefined ? {} : { body }),
    ...(headers ? { headers } : {}),
  })
  const stale = { 'if-match': '"9999"' }
  const commands = [
    { do: 'advance' },
    { do: 'move', stageId },
    { do: 'hire' },
    { do: 'reject', reasonId },
    { do: 'withdraw' },
    { do: 'reopen' },
  ]
  const { startsAt } = interviews.others
  const userIds = world.peers.map(({ person }) => person.id)
  return [
    ...commands.map((command) =>
      post('applications/command', { ids: [application.id], command, dryRun: true }),
    ),
    ...commands.map(({ do: verb, ...more }) => post(`applications/${application.id}/${verb}`, more)),
    ...changeSetIds.map((id) => post(`application-change-sets/${id}/undo`, { dryRun: true })),
    post(`candidates/${candidate.id}/erase`, { reason: 'asked', dryRun: true }),
    post(`candidates/${candidate.id}/merge`, { otherId: neighbour.candidate.id, dryRun: true }),
    post('candidates/likely-duplicates', { name: 'Ada Ashby' }),
    post('interviews/conflicts', { startsAt, minutes: 60, userIds, applicationId: application.id }),
    post('interviews', { applicationId: application.id, panel: [] }),
    post('applications', { candidateId: candidate.id, jobId: job.id }),
    post('measurement-fits', { jobId: job.id }),
    ...meetingPosts(world, post),
    ...[interviews.shared, interviews.others].map(({ id }) => ({
      method: 'PATCH',
      path: `/api/v1/interviews/${id}`,
      body: { minutes: 45 },
      headers: stale,
    })),
    ...scorecards.ofPeers.flatMap((id) => [
      { method: 'PATCH', path: `/api/v1/scorecards/${id}`, body: { draft: emptyScorecard }, headers: stale },
      ...['submit', 'recall', 'give-up-recall', 'hand-over'].map((verb) =>
        post(`scorecards/${id}/${verb}`, undefined, stale),
      ),
      post(`scorecards/${id}/amend`, { because: 'Why not.' }, stale),
      post(`scorecards/${id}/reopenings`, { because: 'Why not.' }),
    ]),
  ]
}

export const channelsOf = (world: World, kit: VersionContent): Channel[] => [
  ...GET_CHANNELS(world, kit),
  ...POSTS(world),
]

/** What is not about anybody: the bank, kits and their files, settings. */
export const isOfTheHouse = ({ path }: Channel): boolean =>
  /^\/api\/v1\/(answer-structures|areas|competencies|interview-template|level-profiles|questions|signals|custom-)/.test(
    path,
  )

/** Those that show scorecards themselves: what the two walls stand before. */
export const scorecardChannels = ({ application, scorecards, interviews, candidate }: World): Channel[] =>
  [
    `applications/${application.id}/scorecards`,
    ...scorecards.ofPeers.map((id) => `scorecards/${id}`),
    `interviews/${interviews.shared.id}`,
    `interviews/${interviews.others.id}`,
    `candidates/${candidate.id}/timeline`,
  ].map((path) => ({ method: 'GET', path: `/api/v1/${path}` }))
