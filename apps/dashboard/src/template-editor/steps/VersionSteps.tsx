import type { InterviewTemplateVersion, VersionGap } from '@assay/contracts'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useQueryClient } from '@tanstack/react-query'
import { useNotify } from 'ra-core'
import { memo, useState } from 'react'
import { useNavigate } from 'react-router'
import { type ApiProblem, asProblem } from '../../api/problem.ts'
import { heldSession, usePermitted } from '../../api/current-session.ts'
import { useText } from '../../i18n/text.ts'
import { BeginVersion } from '../../interview-templates/BeginVersion.tsx'
import { templateAddress } from '../../interview-templates/template-address.ts'
import { dropDraft, heldDraft } from '../draft/open-drafts.ts'
import { discardDraft, forgetVersions, keepVersion, takeStep } from '../version-requests.ts'
import { changedWords } from './changed-words.ts'
import type { HeldPlace } from './held-places.ts'
import { isNoted, stepFacts, stepsIn, wordsFor, type StepKind } from './step-kinds.ts'
import { StepDialog } from './StepDialog.tsx'

interface VersionStepsProps {
  version: InterviewTemplateVersion
  gaps: readonly VersionGap[]
  /** What is written goes to the server first. */
  settle?: () => Promise<InterviewTemplateVersion>
  /** A reason that the page says elsewhere, in an element with its `reasonId`: it is not said again. */
  said?: string | null
  /** What is written and not saved until the person puts it right. */
  held?: readonly HeldPlace[]
}

const useStep = ({ version, settle }: VersionStepsProps) => {
  const notify = useNotify()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { id, number, templateId, published } = version
  return async (kind: StepKind, note: string, seen: InterviewTemplateVersion | null): Promise<void> => {
    const { step } = stepFacts[kind]
    if (step === null) {
      await discardDraft(id)
      await dropDraft(id)
      await navigate(templateAddress(templateId))
      await forgetVersions(queries, id)
    } else {
      const settled = (await settle?.()) ?? version
      const answer = await takeStep(seen ?? settled, step, isNoted(kind) ? { note } : undefined)
      await dropDraft(id)
      await forgetVersions(queries, ...(published && published.id !== id ? [published.id] : []))
      keepVersion(queries, answer)
    }
    notify(`templateEditor.step.${wordsFor(kind, version, heldSession())}.done`, {
      type: 'success',
      messageArgs: { number },
    })
  }
}

interface VerdictsProps extends Pick<VersionStepsProps, 'version' | 'said'> {
  kinds: readonly StepKind[]
}

const Verdicts = ({ version, kinds, said }: VerdictsProps) => {
  const text = useText()
  const refused = kinds.filter((kind) => !version.may[stepFacts[kind].verdict].allowed)
  const reasons = [...new Set(refused.map((kind) => version.may[stepFacts[kind].verdict].because ?? ''))]
  const unsaid = reasons.filter((reason) => reason !== said)
  return unsaid.map((reason) => (
    <Typography key={reason} variant="caption" component="p" color="textSecondary" id={reasonId(reason)}>
      {text('templateEditor.step.refused', {
        steps: refused
          .filter((kind) => version.may[stepFacts[kind].verdict].because === reason)
          .map((kind) => text(`templateEditor.step.${wordsFor(kind, version, heldSession())}.open`))
          .join(', '),
        reason,
      })}
    </Typography>
  ))
}

export const reasonId = (reason: string): string => `because-${reason.replaceAll(/\W+/gu, '-').toLowerCase()}`

/** What ends something steps back; what a version is written for stands out. */
const looks = {
  discard: 'text',
  retire: 'text',
  submit: 'outlined',
  return: 'outlined',
  publish: 'contained',
} as const

const NOTHING_HELD: readonly HeldPlace[] = []

interface OpenStep {
  kind: StepKind
  /** As it stood on the page when the step was asked for; null when not all of it could be saved. */
  seen: Promise<InterviewTemplateVersion | null>
}

/** Shows what is on the server now. A draft that is still one is not dropped: what is written here is put together. */
const useReload = ({ id }: InterviewTemplateVersion) => {
  const queries = useQueryClient()
  return async (problem: ApiProblem | null): Promise<void> => {
    const current = problem?.body.current as InterviewTemplateVersion | undefined
    if (current?.status === 'draft' && current.draft) {
      keepVersion(queries, current)
      heldDraft(id)?.hear(current)
      return
    }
    await dropDraft(id)
    await queries.invalidateQueries({ queryKey: ['interview-template-versions'] })
  }
}

/** The steps that make sense now. One that is refused stays in sight with its reason. */
export const VersionSteps = memo((props: VersionStepsProps) => {
  const text = useText()
  const { version, gaps, held = NOTHING_HELD } = props
  const reload = useReload(version)
  const take = useStep(props)
  const mayPropose = usePermitted('interview-templates.propose')
  const [open, setOpen] = useState<OpenStep | null>(null)
  const [changed, setChanged] = useState<readonly HeldPlace[]>(NOTHING_HELD)
  /** What is missing is told by the server, so what is written goes there first. */
  const ask = (kind: StepKind) => {
    const seen = props.settle ? props.settle().catch(() => null) : Promise.resolve(version)
    setChanged(NOTHING_HELD)
    setOpen({ kind, seen })
  }
  const work = async ({ kind, seen }: OpenStep, note: string): Promise<void> => {
    const read = await seen
    try {
      await take(kind, note, read)
    } catch (thrown) {
      const current = asProblem(thrown).body.current as InterviewTemplateVersion | undefined
      setChanged(changedWords(read, current, text))
      throw thrown
    }
  }
  const kinds = mayPropose ? stepsIn[version.status] : []
  const buttons = kinds.map((kind) => {
    const { allowed, because } = version.may[stepFacts[kind].verdict]
    return (
      <Button
        key={kind}
        variant={looks[kind]}
        color={looks[kind] === 'text' ? 'secondary' : 'primary'}
        aria-disabled={!allowed || undefined}
        aria-describedby={because ? reasonId(because) : undefined}
        onClick={() => allowed && ask(kind)}
        sx={{ '&[aria-disabled]': { opacity: 0.5, cursor: 'default' } }}
      >
        {text(`templateEditor.step.${wordsFor(kind, version, heldSession())}.open`)}
      </Button>
    )
  })
  const begins =
    mayPropose &&
    (version.status === 'published' || version.status === 'retired' || !version.may.edit.allowed)
  return (
    <Box sx={{ display: 'grid', gap: 0.5, justifyItems: { md: 'end' } }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {buttons}
        {begins && version.status !== 'in_review' && <BeginVersion templateId={version.templateId} />}
      </Box>
      <Box sx={{ maxWidth: 420, textAlign: { md: 'right' } }}>
        <Verdicts version={version} kinds={kinds} said={props.said} />
      </Box>
      {open && (
        <StepDialog
          kind={open.kind}
          version={version}
          gaps={gaps}
          held={held}
          changed={changed}
          work={async (note) => await work(open, note)}
          onClose={() => setOpen(null)}
          onReload={(problem) => {
            setOpen(null)
            void reload(problem)
          }}
        />
      )}
    </Box>
  )
})
VersionSteps.displayName = 'VersionSteps'
