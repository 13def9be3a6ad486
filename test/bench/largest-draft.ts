import type {
  Competency,
  InterviewTemplate,
  InterviewTemplateVersion,
  Question,
  VersionDraft,
} from '@assay/contracts'
import { pageHeaders } from './bench-house.ts'

// The most that one version may hold.
const QUESTIONS = 60
const SECTIONS = 20
const RATED = 30

export type Ask = <Body>(path: string, method?: string, body?: unknown, revision?: number) => Promise<Body>

/** Asks as the page of somebody does who is signed in. */
export const asker = (url: string, cookie: string): Ask => {
  return async (path, method = 'GET', body, revision) => {
    const answer = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        ...pageHeaders(url),
        cookie,
        ...(revision === undefined ? {} : { 'if-match': `"${revision}"` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${path}: ${text}`)
    return JSON.parse(text)
  }
}

const cyclic = <Entry>(entries: readonly Entry[], count: number): Entry[] =>
  Array.from({ length: count }, (_unused, place) => entries[place % entries.length]!)

/** Entries of full size: the built-in ones under other names. */
const enlarge = async (ask: Ask): Promise<{ questions: Question[]; competencies: Competency[] }> => {
  const known = await ask<Question[]>('/questions?range=[0,499]')
  const rated = await ask<Competency[]>('/competencies?range=[0,499]')
  const questions: Question[] = []
  for (const [place, one] of cyclic(known, QUESTIONS).entries()) {
    const { title, prompt, intent, expectedPoints, seniorExtras, redFlags, followUps, anchors, minutes } = one
    const texts = { prompt, intent, expectedPoints, seniorExtras, redFlags, followUps, anchors, minutes }
    const { competencies, structureIds } = one
    const facts = { ...texts, title: `${title} ${place}`, competencies, structureIds }
    questions.push(await ask('/questions', 'POST', facts))
  }
  const competencies: Competency[] = []
  for (const [place, one] of cyclic(rated, RATED).entries()) {
    const { name, definition, forCandidates, strongBehaviours, weakBehaviours, anchors } = one
    const texts = { definition, forCandidates, strongBehaviours, weakBehaviours, anchors }
    competencies.push(await ask('/competencies', 'POST', { ...texts, name: `${name} ${place}` }))
  }
  return { questions, competencies }
}

/** A draft as large as one may be. */
export const largest = async (ask: Ask): Promise<InterviewTemplateVersion> => {
  const { questions, competencies } = await enlarge(ask)
  const made = await ask<InterviewTemplate>('/interview-templates', 'POST', { name: 'The largest' })
  const { id, draft, revision } = await ask<InterviewTemplateVersion>(
    `/interview-template-versions/${made.open[0]!.id}`,
  )
  const perSection = QUESTIONS / SECTIONS
  const full: VersionDraft = {
    ...draft!,
    durationMinutes: 480,
    competencies: competencies.map((one) => ({ competencyId: one.id, overrides: {} })),
    sections: Array.from({ length: SECTIONS }, (_unused, place) => ({
      id: crypto.randomUUID(),
      title: `Part ${place + 1}`,
      guidance: '',
      questions: questions
        .slice(place * perSection, (place + 1) * perSection)
        .map((one) => ({ questionId: one.id, overrides: {} })),
    })),
  }
  return ask(`/interview-template-versions/${id}`, 'PATCH', { draft: full }, revision)
}
