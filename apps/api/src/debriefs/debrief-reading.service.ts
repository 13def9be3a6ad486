import type { Debrief as Answer, DebriefAgenda, ScorecardsOfApplication } from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import { v7 as newId } from 'uuid'
import { AuditService } from '../audit/audit.service.ts'
import { CandidateKeysService } from '../candidates/candidate-keys.service.ts'
import { NotFound } from '../http/http.errors.ts'
import { ScorecardReadingService } from '../scorecards/scorecard-reading.service.ts'
import { agendaOf } from './debrief-agenda.rules.ts'
import {
  judgeBeginningToTalk,
  judgeClosing,
  judgeReopening,
  judgeVoting,
  judgeWritingNotes,
  stateOf,
  type Taking,
} from './debrief.rules.ts'
import {
  type DebriefedApplication,
  type DebriefRow,
  DebriefsQueries,
  type VoteRow,
} from './debriefs.queries.ts'

/** A debrief as it stands for whoever asks, and what the rules need of it. */
export interface Standing {
  application: DebriefedApplication
  row: DebriefRow | null
  taking: Taking
}

/** The debrief of an application for whoever takes part: what others wrote comes through the rules of reading scorecards. */
@Injectable()
export class DebriefReadingService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly queries: DebriefsQueries,
    private readonly reading: ScorecardReadingService,
    private readonly keys: CandidateKeysService,
    private readonly audit: AuditService,
  ) {}

  /** The first who looks once it can begin opens it. Joins the caller's unit of work, if there is one. */
  ofApplication(applicationId: string): Promise<Answer> {
    return this.work.run(async () => {
      let standing = await this.standing(applicationId, await this.queries.ofApplication(applicationId))
      if (standing.row === null && standing.taking.state === 'reading') {
        const id = newId()
        if (await this.queries.open(id, applicationId)) {
          const details = { applicationId }
          this.audit.record({ action: 'debrief.opened', subjectType: 'debrief', subjectId: id, details })
        }
        standing = await this.standing(applicationId, await this.queries.ofApplication(applicationId))
      }
      return this.shown(standing)
    })
  }

  /** What the panel voted before it talked, and after. Null where it has not talked, and for whoever takes no part. */
  votesOf(applicationId: string): Promise<
    | (Pick<NonNullable<Answer['votes']>, 'after' | 'notHeard'> & {
        before: NonNullable<NonNullable<Answer['votes']>['before']>
      })
    | null
  > {
    return this.work.run(async () => {
      const row = await this.queries.ofApplication(applicationId)
      if (row === null || row.talkingSince === null) return null
      const { application, taking } = await this.standing(applicationId, row)
      if (taking.state !== 'talking' && taking.state !== 'closed') return null
      const votes = this.votes(application, row, await this.queries.votes(row.id))
      return votes && { before: votes.before ?? [], after: votes.after, notHeard: votes.notHeard }
    })
  }

  /** Joins the caller's unit of work. */
  async standing(applicationId: string, row: DebriefRow | null): Promise<Standing> {
    const application = await this.queries.application(applicationId)
    if (!application) throw new NotFound()
    const { owing, submitted, candidateIsErased, leads } = application
    const state = stateOf({
      ...application,
      owing: owing.length,
      submitted: submitted.length,
      isOpened: row !== null,
      isTalking: (row?.talkingSince ?? null) !== null,
      isClosed: (row?.closedAt ?? null) !== null,
    })
    const isVoter = votersOf(application).some(({ id }) => id === this.work.tenant.userId)
    return { application, row, taking: { state, candidateIsErased, isVoter, leads } }
  }

  /** Joins the caller's unit of work. */
  async shown({ application, row, taking }: Standing): Promise<Answer> {
    const { id: applicationId, candidate, job } = application
    const head = { applicationId, candidate, job, state: taking.state, may: verdicts(taking) }
    if (taking.state === 'withheld' || taking.state === 'waiting' || row === null) {
      const owing = taking.state === 'withheld' ? [] : application.owing
      const nothing = { id: null, revision: null, agenda: null, notes: null, votes: null }
      return { ...head, ...nothing, owing, talkingSince: null, closedAt: null }
    }
    const read = await this.reading.ofApplication(applicationId)
    const votes = await this.queries.votes(row.id)
    return {
      ...head,
      id: row.id,
      revision: row.revision,
      owing: application.owing,
      agenda: agendaFrom(read),
      notes: this.notes(application, row, taking),
      votes: this.votes(application, row, votes),
      talkingSince: row.talkingSince?.toISOString() ?? null,
      closedAt: row.closedAt?.toISOString() ?? null,
    }
  }

  private notes(
    { candidateId, wrappedKey }: DebriefedApplication,
    { sealedNotes }: DebriefRow,
    { state }: Taking,
  ): string | null {
    if (state === 'reading') return null
    return sealedNotes === null ? '' : this.keys.with(candidateId, wrappedKey).open(sealedNotes)
  }

  private votes(
    application: DebriefedApplication,
    row: DebriefRow,
    votes: readonly VoteRow[],
  ): Answer['votes'] {
    const own = this.work.tenant.userId
    const cast = (phase: VoteRow['phase']) => votes.filter((vote) => vote.phase === phase)
    const ownIn = (phase: VoteRow['phase']) =>
      cast(phase).find(({ person }) => person.id === own)?.value ?? null
    const told = (phase: VoteRow['phase']) =>
      cast(phase).map(({ phase: _same, castAt, ...vote }) => ({ ...vote, castAt: castAt.toISOString() }))
    const voters = votersOf(application)
    const votedAfter = new Set(cast('after').map(({ person }) => person.id))
    return {
      own: { before: ownIn('before'), after: ownIn('after') },
      before: row.talkingSince === null ? null : told('before'),
      after: told('after'),
      voters,
      notHeard: {
        before: voters.filter(({ id }) => !row.votedBefore.includes(id)),
        after: voters.filter(({ id }) => !votedAfter.has(id)),
      },
    }
  }
}

const verdicts = (taking: Taking): Answer['may'] => ({
  vote: judgeVoting(taking),
  beginTalking: judgeBeginningToTalk(taking),
  writeNotes: judgeWritingNotes(taking),
  close: judgeClosing(taking),
  reopen: judgeReopening(taking),
})

const votersOf = ({ submitted, hiringManagers }: DebriefedApplication) =>
  [...new Map([...submitted, ...hiringManagers].map((one) => [one.id, one])).values()].toSorted((a, b) =>
    a.name.localeCompare(b.name),
  )

/** Of scorecards that count, as far as they can be read: not those of shadows, and nothing of an erased candidate. */
const agendaFrom = ({ scorecards, interviews }: ScorecardsOfApplication): DebriefAgenda => {
  const held = new Map(interviews.map((one) => [one.id, one]))
  return agendaOf(
    scorecards.flatMap(({ id, author, interviewId, shadow, revisions: [last] }) => {
      const interview = held.get(interviewId)
      if (shadow || !interview || !last?.content) return []
      const { template, kit } = interview
      const asked = kit.sections.flatMap(({ questions }) => questions)
      return [
        {
          id,
          author,
          template,
          scale: kit.scale,
          competencies: kit.competencies.map(({ id: competencyId, name }) => ({ id: competencyId, name })),
          questions: new Map(asked.map((question) => [question.id, question.title])),
          content: last.content,
        },
      ]
    }),
  )
}
