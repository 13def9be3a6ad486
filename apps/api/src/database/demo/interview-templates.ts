import type { InterviewTemplateVersion, Role, VersionDraft } from '@assay/contracts'
import { InterviewTemplateVersionsService } from '../../interview-templates/interview-template-versions.service.ts'
import { InterviewTemplatesService } from '../../interview-templates/interview-templates.service.ts'
import { VersionStepsService } from '../../interview-templates/version-steps.service.ts'
import { asking, type DemoChapter, type DemoContext } from './demo.ts'
import { people } from './people.ts'

const one = (role: Role): string => people.find((person) => person.role === role)!.email

/** What one of the demo's people does with templates. */
const writer = (context: DemoContext, email: string) => {
  const { app } = context
  const who = asking(context, email)
  const templates = app.get(InterviewTemplatesService, { strict: false })
  const versions = app.get(InterviewTemplateVersionsService, { strict: false })
  const steps = app.get(VersionStepsService, { strict: false })
  const act = <T>(work: () => Promise<T>): Promise<T> => context.as(email, work)
  return {
    kit: (key: string) =>
      act(async () => {
        const { rows } = await templates.list({ sort: ['name', 'ASC'], range: [0, 99], filter: {} })
        return rows.find((row) => row.key === key)!.id
      }),
    clone: (id: string, name: string) =>
      act(async () => versions.get((await templates.clone(id, { name })).open[0]!.id, who)),
    begin: (templateId: string) => act(() => versions.create({ templateId }, who)),
    write: ({ id, draft, revision }: InterviewTemplateVersion, change: (draft: VersionDraft) => void) =>
      act(() => {
        const next = structuredClone(draft!)
        change(next)
        return versions.update(id, next, revision, who)
      }),
    publish: ({ id }: InterviewTemplateVersion, note: string) =>
      act(() => steps.publish(id, { note, revision: null }, who)),
    submit: ({ id }: InterviewTemplateVersion, note: string) =>
      act(() => steps.submitForReview(id, { note, revision: null }, who)),
  }
}

/** A kit of the house's own in its second version, a proposal in review, and a draft that somebody is writing. */
export const interviewTemplatesChapter: DemoChapter = {
  name: 'interview templates',
  tell: async (context) => {
    const admin = writer(context, one('admin'))
    const first = await admin.clone(await admin.kit('kit.system-design'), 'Fleet platform design')
    const led = await admin.write(first, (draft) => {
      draft.instructions =
        'Take the fleet of warehouse robots as the example: four thousand of them, each sending its state twice a second.\n\n' +
        draft.instructions
    })
    await admin.publish(led, 'The system design kit, told with our own fleet.')
    const second = await admin.write(await admin.begin(first.templateId), (draft) => {
      draft.durationMinutes = 75
      const [section] = draft.sections
      if (section) section.guidance += ' Leave ten minutes at the start to questions about the fleet.'
    })
    await admin.publish(second, 'Fifteen minutes more: panels ran out of time before operations came up.')

    const recruiter = writer(context, one('recruiter'))
    const proposal = await recruiter.begin(await recruiter.kit('kit.recruiter-screen'))
    const shorter = await recruiter.write(proposal, (draft) => {
      draft.preparation.about = `${draft.preparation.about} We speak by video; a phone is fine, too.`
    })
    await recruiter.submit(shorter, 'Says how we speak: three candidates asked.')

    const manager = writer(context, one('hiring_manager'))
    const draft = await manager.begin(await manager.kit('kit.production-behavioural'))
    await manager.write(draft, ({ sections }) => {
      const asked = sections[0]?.questions
      if (asked && asked.length > 1) asked.push(asked.shift()!)
    })
  },
}
