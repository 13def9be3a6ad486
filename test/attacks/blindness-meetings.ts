import { recommendations, type Debrief, type Decision, type PresentSnapshot } from '@assay/contracts'
import type { Answer, HttpClient } from '../support/http-client.ts'

type Dice = () => number
interface Acting {
  world: {
    application: { id: string }
    /** A hiring manager of the job, and a recruiter whom the job asks to agree. */
    chief: HttpClient
    mover: HttpClient
    reasonId: string
  }
  dice: Dice
}

const oneOf = <T>(dice: Dice, all: readonly T[]): T => all[Math.floor(dice() * all.length)]!

const rationaleOf = (present: PresentSnapshot, text: string) => ({
  text,
  competencies: [{ competencyId: present.competencies[0]!.id, text }],
})

const decisionsAbout = async (client: HttpClient, { id }: { id: string }): Promise<Decision[]> => {
  const filter = encodeURIComponent(JSON.stringify({ applicationId: id }))
  return (await client.get(`/api/v1/decisions?filter=${filter}&sort=["madeAt","DESC"]`)).json<Decision[]>()
}

/** One decides, or replaces what was decided; another agrees, refuses, or lets it wait. */
export const decide = async ({ world, dice }: Acting): Promise<Answer> => {
  const { application, chief, mover, reasonId } = world
  // What is over is decided about no more; where it is not over, this is refused.
  await mover.post(`/api/v1/applications/${application.id}/reopen`, {})
  const seen = await chief.get(`/api/v1/applications/${application.id}/decision-snapshot`)
  if (seen.status !== 200) return seen
  const [last] = await decisionsAbout(chief, application)
  if (last?.state === 'waiting') return answerTo(mover, last.id, dice)
  const present = seen.json<PresentSnapshot>()
  const outcome = oneOf(dice, ['hire', 'no_hire', 'continue'])
  const facts = {
    outcome,
    rationale: rationaleOf(present, `Because ${dice()}`),
    reasonId: outcome === 'no_hire' ? reasonId : null,
    snapshotHash: present.hash,
  }
  const made =
    last?.may.supersede.allowed && last.outcome !== 'continue'
      ? await chief.post(`/api/v1/decisions/${last.id}/supersede`, { ...facts, because: 'Thought again.' })
      : await chief.post('/api/v1/decisions', { applicationId: application.id, ...facts })
  if (made.status >= 300) return made
  return dice() < 0.3 ? made : answerTo(mover, made.json<Decision>().id, dice)
}

const answerTo = (mover: HttpClient, id: string, dice: Dice): Promise<Answer> =>
  dice() < 0.2
    ? mover.post(`/api/v1/decisions/${id}/refuse`, { because: `No: ${dice()}` })
    : mover.post(`/api/v1/decisions/${id}/approve`)

/** Something that can be done in a debrief by now, by whoever owes nothing. */
export const meet = async ({ world: { application, chief, mover }, dice }: Acting): Promise<Answer> => {
  const looked = await chief.get(`/api/v1/applications/${application.id}/debrief`)
  if (looked.status !== 200) return looked
  const { id, state, revision } = looked.json<Debrief>()
  const path = `/api/v1/debriefs/${id}`
  const vote = () => {
    const phase = state === 'reading' ? 'before' : 'after'
    return chief.post(`${path}/votes`, { phase, value: oneOf(dice, recommendations) })
  }
  const step = (verb: string) => () => oneOf(dice, [chief, mover]).post(`${path}/${verb}`)
  const write = () => chief.patch(path, { notes: `Said ${dice()}` }, revision ?? 1)
  if (state === 'reading') return oneOf(dice, [vote, step('begin-talking')])()
  if (state === 'talking') return oneOf(dice, [vote, write, step('close')])()
  return step('reopen')()
}

/** Before anybody owes: the panel has met, and somebody has decided to go on. Gives both ids. */
export const meetEarly = async (
  { chief, mover }: Pick<Acting['world'], 'chief' | 'mover'>,
  application: { id: string },
): Promise<{ debriefId: string; decisionId: string }> => {
  const debrief = await chief.get(`/api/v1/applications/${application.id}/debrief`)
  const present = await chief.get(`/api/v1/applications/${application.id}/decision-snapshot`)
  const made = await chief.post('/api/v1/decisions', {
    applicationId: application.id,
    outcome: 'continue',
    rationale: rationaleOf(present.json<PresentSnapshot>(), 'Worth a panel.'),
    snapshotHash: present.json<PresentSnapshot>().hash,
  })
  if (made.status !== 201) throw new Error(made.text)
  const { id: decisionId } = made.json<Decision>()
  const agreed = await mover.post(`/api/v1/decisions/${decisionId}/approve`)
  if (agreed.status >= 300) throw new Error(agreed.text)
  return { debriefId: debrief.json<Debrief>().id ?? '', decisionId }
}
