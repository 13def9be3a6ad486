import {
  type Application,
  type Candidate,
  type Interview,
  type Job,
  type Role,
  roles,
} from '@assay/contracts'
import { PasswordHasher } from '@assay/access'
import { UsersService } from '../../apps/api/src/users/users.service.ts'
import { freeStages, type Hiring, hiringOf } from '../support/hiring.ts'
import type { HttpClient } from '../support/http-client.ts'
import { templatesOf } from '../support/interview-templates.ts'
import { inDays } from '../support/panels.ts'
import { PASSWORD, type Person, type RunningHouse } from '../support/running-house.ts'
import { released } from '../support/scorecards.ts'
import { meetEarly } from './blindness-meetings.ts'

/** Who owes is one person of each role; what they must not be told of is done by the others. */
export interface World {
  house: RunningHouse
  job: Job
  candidate: Candidate
  application: Application
  /** Of the same job and candidate's neighbour; nobody owes on it, and nothing happens to it. */
  neighbour: Application
  /** Everybody's; and one that only the others sit on. */
  interviews: { shared: Interview; others: Interview; neighbours: Interview }
  readers: { person: Person; client: HttpClient }[]
  /** Interviewers, a hiring manager, and a shadow: each with a scorecard on `shared`, and all but the shadow on `others`. */
  peers: { person: Person; client: HttpClient }[]
  /** Scorecards of the peers, by interview and in the order of the peers, and of the readers on `shared`. */
  scorecards: { ofPeers: string[]; ofReaders: string[] }
  /** Owes nothing, and moves applications. */
  mover: HttpClient
  /** A hiring manager of the job who sits on no panel. */
  chief: HttpClient
  reasonId: string
  /** Of the application, from before anybody owed: others go on with them. */
  debriefId: string
  decisionId: string
  /** Change sets from before anybody owed. */
  changeSetIds: string[]
  /** The last entry of the record that the admin among the readers may see. */
  lastEntry: number
  /** When everything above was there. */
  since: string
}

export interface People {
  readers: World['readers']
  peers: World['peers']
  mover: HttpClient
  chief: { person: Person; client: HttpClient }
  /** The mover. */
  approver: Person
}

const PEERS: readonly Role[] = ['interviewer', 'hiring_manager', 'interviewer']

/** Signs everybody in, once for all worlds of a house. */
export const peopleOf = async (house: RunningHouse): Promise<People> => {
  const passwordHash = await new PasswordHasher().hash(PASSWORD)
  const users = house.server.app.get(UsersService, { strict: false })
  const { id: organizationId } = house.north
  const add = async (name: string, role: Role) => {
    const facts = { name, email: `${name.toLowerCase().replaceAll(' ', '.')}@north.example`, role }
    const id = await house.as(house.north.admin, () => users.addActive({ ...facts, passwordHash }))
    const person: Person = { ...facts, id, organizationId }
    return { person, client: await house.signedIn(person) }
  }
  const peers: World['peers'] = []
  for (const [index, role] of PEERS.entries()) peers.push(await add(`Peer ${index}`, role))
  const { person: approver, client: mover } = await add('Mover', 'recruiter')
  const chief = await add('Chief', 'hiring_manager')
  const readers: World['readers'] = []
  for (const role of roles) {
    readers.push({ person: house.north[role], client: await house.signedIn(house.north[role]) })
  }
  return { readers, peers, mover, chief, approver }
}

/** Panels on which somebody of each role owes beside the peers; every scorecard was opened, and none is in. */
export const buildWorld = async (
  house: RunningHouse,
  people: People,
  blindUntil: Job['blindUntil'],
): Promise<World> => {
  const own: Hiring = hiringOf(people.mover)
  const manager = people.peers[1]!.person
  const job = await own.job({
    stages: freeStages('Screen', 'Panel', 'Final', 'Offer'),
    team: [house.north.hiring_manager, manager, people.chief.person].map(({ id }) => ({
      userId: id,
      role: 'hiring_manager',
    })),
    blindUntil,
    approvalGroups: [{ needed: 1, userIds: [people.approver.id, house.north.admin.id] }],
  })
  const { id: templateId } = await templatesOf(people.mover).kit('kit.python-fundamentals')
  const candidate = await own.candidate('Ada Ashby', { tags: ['Backend'], source: 'Referral' })
  const application = await own.apply(candidate, job)
  const neighbour = await own.apply(await own.candidate('Nora Neighbour'), job)
  const { changeSetId } = await own.command(application.id, 'advance')
  const schedule = (of: Application, days: number, panel: object[]) =>
    own.made<Interview>('interviews', {
      applicationId: of.id,
      templateId,
      startsAt: inDays(days),
      minutes: 60,
      timeZone: 'Europe/Berlin',
      heldAlready: days < 0,
      panel,
    })
  const seats = people.peers.map(({ person }, index) => ({ userId: person.id, shadow: index === 2 }))
  await released(people.peers[0]!.client, await schedule(application, -6, seats.slice(0, 1)))
  const early = await meetEarly({ chief: people.chief.client, mover: people.mover }, application)
  const others = await schedule(application, -3, seats.slice(0, 2))
  const neighbours = await schedule(neighbour, 5, seats.slice(0, 1))
  await breakTheGlassEarly(people, application, (admin) => schedule(application, -4, [{ userId: admin.id }]))
  const readersSeats = people.readers.map(({ person }) => ({ userId: person.id }))
  const shared = await schedule(application, -1, [...readersSeats, ...seats])
  const ofPeers: string[] = []
  for (const made of [shared, others]) {
    for (const { client } of people.peers) {
      const id = await openedBy(client, made)
      if (id) ofPeers.push(id)
    }
  }
  const ofReaders: string[] = []
  for (const { client } of people.readers) ofReaders.push((await openedBy(client, shared))!)
  const head = await people.readers
    .find(({ person }) => person.role === 'admin')!
    .client.get('/api/v1/audit-events/head')
  return {
    ...people,
    ...early,
    chief: people.chief.client,
    house,
    job,
    candidate,
    application,
    neighbour,
    interviews: { shared, others, neighbours },
    scorecards: { ofPeers, ofReaders },
    reasonId: await own.reason('ours'),
    changeSetIds: changeSetId === null ? [] : [changeSetId],
    lastEntry: head.json<{ sequence: number }>().sequence,
    since: new Date().toISOString(),
  }
}

/** The admin among the readers read on while they owed another scorecard: that holds against nothing later. */
const breakTheGlassEarly = async (
  { readers }: People,
  application: Application,
  schedule: (admin: Person) => Promise<Interview>,
): Promise<void> => {
  const { person, client } = readers.find((reader) => reader.person.role === 'admin')!
  await schedule(person)
  const answer = await client.post(`/api/v1/applications/${application.id}/break-glass`, {
    because: 'The offer is due.',
  })
  if (answer.status !== 200) throw new Error(answer.text)
}

const openedBy = async (client: HttpClient, { id }: Interview): Promise<string | undefined> => {
  const { ownScorecard } = (await client.get(`/api/v1/interviews/${id}`)).json<Partial<Interview>>()
  if (ownScorecard) await client.get(`/api/v1/scorecards/${ownScorecard.id}/room`)
  return ownScorecard?.id
}
