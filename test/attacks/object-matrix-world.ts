import { PasswordHasher } from '@assay/access'
import { emptyScorecard, type Interview, type MeasurementFit, type Scorecard } from '@assay/contracts'
import { emptyDraft } from '../../apps/api/src/interview-templates/interview-template-versions.service.ts'
import { UsersService } from '../../apps/api/src/users/users.service.ts'
import { importsOf } from '../support/candidate-imports.ts'
import { debriefsOf } from '../support/debriefs.ts'
import { decisionsOf } from '../support/decisions.ts'
import { documentsOf } from '../support/documents.ts'
import { hiringOf } from '../support/hiring.ts'
import type { HttpClient } from '../support/http-client.ts'
import { inDays, type Panels, panelsOf } from '../support/panels.ts'
import { PASSWORD, type Person, type RunningHouse } from '../support/running-house.ts'
import { released, SCORECARDS, scorecardsOf } from '../support/scorecards.ts'

/** Stands in every text that only those may read who work on it: wherever it turns up, something leaked. */
export const MARK = 'Quillfeather'

/** What is under an address, and the ids that the address takes, by their names in it. */
export type Objects = Record<string, Record<string, string>>

/** Somebody else with a role, who has nothing to do with anything here. */
export const another = async (house: RunningHouse, role: Person['role']): Promise<HttpClient> => {
  const passwordHash = await new PasswordHasher().hash(PASSWORD)
  const facts = { name: `Another ${role}`, email: `another-${role}@north.example`, role }
  const users = house.server.app.get(UsersService, { strict: false })
  const id = await house.as(house.north.admin, () => users.addActive({ ...facts, passwordHash }))
  return house.signedIn({ ...facts, id, organizationId: house.north.id })
}

/** By an admin, since the hiring manager owes on it; it moves nothing. */
const decided = async (house: RunningHouse, application: { id: string }) => {
  const deciding = decisionsOf(await house.signedIn(house.north.admin))
  const { competencies } = await deciding.snapshot(application)
  return deciding.make(application, {
    outcome: 'continue',
    rationale: { text: MARK, competencies: [{ competencyId: competencies[0]!.id, text: MARK }] },
  })
}

/** Of another candidate of the job, on whose panel the interviewer sits alone. */
const debriefed = async (house: RunningHouse, panels: Panels, job: { id: string }) => {
  const application = await panels.apply(await panels.candidate(MARK), job)
  const interview = await panels.schedule(application, {
    panel: [{ userId: house.north.interviewer.id }],
    startsAt: inDays(9),
  })
  const interviewer = await house.signedIn(house.north.interviewer)
  await released(interviewer, interview)
  const debriefs = debriefsOf(interviewer)
  const { id } = await debriefs.of(application)
  await debriefs.vote(id, 'before', 'strong_no')
  await debriefsOf(await house.signedIn(house.north.admin)).step(id, 'begin-talking')
  return debriefs.write(id, MARK, 1)
}

/** A candidate on the way through a job of the hiring manager's, with what comes with it, marked in every word. */
const furnishHiring = async (house: RunningHouse) => {
  const recruiter = await house.signedIn(house.north.recruiter)
  const panels = await panelsOf(house, recruiter)
  const candidate = await panels.candidate(MARK, {
    headline: MARK,
    source: MARK,
    tags: [MARK],
    emails: [{ kind: 'home', value: `${MARK}@x.example` }],
  })
  const job = await hiringOf(recruiter).job({
    title: MARK,
    department: MARK,
    team: [{ userId: house.north.hiring_manager.id, role: 'hiring_manager' }],
  })
  const application = await panels.apply(candidate, job)
  const moved = await panels.command(application.id, 'advance')
  const panel = [{ userId: house.north.interviewer.id }, { userId: house.north.hiring_manager.id }]
  const interview: Interview = await panels.schedule(application, { panel, place: MARK })
  const cards = scorecardsOf(await house.signedIn(house.north.interviewer))
  const { scorecard } = await cards.submit(interview, { summary: MARK })
  await cards.step(scorecard.id, 'give-up-recall')
  const documents = documentsOf(recruiter)
  const uploaded = await documents.upload(candidate.id, `${MARK} writes Python.`, {
    filename: `${MARK}.txt`,
    type: 'text/plain',
  })
  const document = await documents.settled(uploaded.json<{ id: string }>().id)
  const asked = await recruiter.post(`${SCORECARDS}/${scorecard.id}/reopenings`, { because: MARK })
  const { reopening } = asked.json<Scorecard>()
  const decision = await decided(house, application)
  const debrief = await debriefed(house, panels, job)
  const fit = (await recruiter.post('/api/v1/measurement-fits', { jobId: job.id })).json<MeasurementFit>()
  return {
    fit,
    panels,
    candidate,
    job,
    application,
    moved,
    interview,
    scorecard,
    reopening,
    document,
    decision,
    debrief,
  }
}

/** One of everything that has an address, all of it in the organization of the north. */
export const furnishObjects = async (house: RunningHouse): Promise<Objects> => {
  const hiring = await furnishHiring(house)
  const admin = await house.signedIn(house.north.admin)
  const { made, all } = hiring.panels
  const bankId = async (kind: string) => (await all<{ id: string }>(kind))[0]!.id
  const token = await made<{ id: string }>('api-tokens', { name: MARK, scopes: ['account.read'], days: 1 })
  const view = await made<{ id: string }>('saved-views', { resource: 'candidates', name: MARK, query: '' })
  const hold = { subject: 'candidate', subjectId: hiring.candidate.id, reason: MARK }
  const held = await admin.post('/api/v1/legal-holds', hold)
  const field = await admin.post('/api/v1/custom-fields', { name: 'Notice period', kind: 'text' })
  const imported = await importsOf(await house.signedIn(house.north.recruiter)).uploaded(
    `Name\n${MARK}`,
    `${MARK}.csv`,
  )
  const events = await admin.get('/api/v1/audit-events?range=[0,0]')
  const versions = await all<{ id: string }>('interview-template-versions')
  const sessions = await admin.get('/api/v1/sessions')
  const one = (id: string) => ({ id })
  return {
    'answer-structures': one(await bankId('answer-structures')),
    'api-tokens': one(token.id),
    'application-change-sets': one(hiring.moved.changeSetId!),
    applications: one(hiring.application.id),
    'audit-events': one(String(events.json<{ id: string | number }[]>()[0]!.id)),
    'candidate-documents': one(hiring.document.id),
    'candidate-imports': one(imported.id),
    candidates: one(hiring.candidate.id),
    competencies: one(await bankId('competencies')),
    debriefs: one(hiring.debrief.id!),
    decisions: one(hiring.decision.id),
    'custom-fields': one(field.json<{ id: string }>().id),
    'interview-template-versions': one(versions[0]!.id),
    'interview-templates': one(await bankId('interview-templates')),
    interviews: { id: hiring.interview.id, resumeId: hiring.document.id },
    jobs: one(hiring.job.id),
    'legal-holds': one(held.json<{ id: string }>().id),
    'level-profiles': one(await bankId('level-profiles')),
    'measurement-fits': one(hiring.fit.id),
    questions: one(await bankId('questions')),
    'rejection-reasons': one(await bankId('rejection-reasons')),
    'saved-views': one(view.id),
    'scorecard-reopenings': one(hiring.reopening!.id),
    scorecards: one(hiring.scorecard.id),
    sessions: one(sessions.json<{ id: string }[]>()[0]!.id),
    signals: one(await bankId('signals')),
    users: one(house.north.interviewer.id),
  }
}

const SOMETHING = '0197a000-0000-7000-8000-0000000000aa'
const because = 'Because it is asked.'
const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)

/** Bodies that are well-formed, so that only whose it is decides. Commands that are not here need none. */
export const BODIES: Record<string, unknown> = {
  'ApplicationScorecardsController.breakGlass': { because },
  'ApplicationsController.move': { stageId: SOMETHING },
  'ApplicationsController.reject': { reasonId: SOMETHING },
  'CandidateDocumentsController.accept': { suggestionIds: [SOMETHING] },
  'CandidateDocumentsController.remove': { reason: because },
  'CandidateMergesController.merge': { otherId: SOMETHING },
  'CandidateMergesController.unmerge': { otherId: SOMETHING },
  'DebriefsController.vote': { phase: 'after', value: 'no' },
  'DebriefsController.write': { notes: because },
  'ComparisonsController.switch': { fairScores: 'off' },
  'DecisionsController.refuse': { because },
  'DecisionsController.supersede': {
    because,
    outcome: 'continue',
    rationale: { text: because, competencies: [{ competencyId: SOMETHING, text: because }] },
    snapshotHash: '0'.repeat(64),
  },
  'ErasuresController.erase': { reason: 'asked', dryRun: true },
  'InterviewTemplateVersionsController.return': { note: because },
  'InterviewTemplateVersionsController.update': { draft: emptyDraft },
  'InterviewTemplatesController.clone': { name: because },
  'JobsController.copy': { title: because },
  'LegalHoldsController.lift': { reason: because },
  'ReopeningsController.refuse': { because },
  'RetentionController.extend': { until: tomorrow, reason: because },
  'ScorecardsController.amend': { because },
  'ScorecardsController.askToReopen': { because },
  'ScorecardsController.save': { draft: emptyScorecard },
  'SnoozesController.snooze': { until: tomorrow, because },
  'UsersController.changeRole': { role: 'interviewer' },
  'UsersController.rename': { name: because },
}
