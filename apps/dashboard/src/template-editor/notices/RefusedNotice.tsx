import Button from '@mui/material/Button'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { Notice } from '../../components/Notice.tsx'
import { ProblemNotice } from '../../components/ProblemNotice.tsx'
import { SubmitButton } from '../../components/SubmitButton.tsx'
import { useSubmission } from '../../components/useSubmission.ts'
import { outgoingDraft } from '../../drafts/outgoing-draft.ts'
import { useText } from '../../i18n/text.ts'
import { versionAddress } from '../../interview-templates/template-address.ts'
import { useTemplateCommands } from '../../interview-templates/template-commands.ts'
import { useDraftEngine } from '../draft/draft-context.ts'
import type { DraftSnapshot } from '../draft/version-kind.ts'
import { dropDraft } from '../draft/open-drafts.ts'
import { versionKind } from '../draft/version-kind.ts'
import { forgetVersions, keepVersion, saveDraft } from '../version-requests.ts'

/** What is written here and cannot be saved in this version goes into one of its own. */
const useRescue = ({ version, draft }: DraftSnapshot) => {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { beginVersion } = useTemplateCommands()
  return useSubmission(async () => {
    const fresh = await beginVersion(version.templateId)
    const outgoing = outgoingDraft(versionKind, { mine: draft, saved: fresh.draft ?? draft, conflicts: [] })
    const saved = await saveDraft(fresh.id, outgoing.draft ?? draft, { revision: fresh.revision })
    await dropDraft(version.id)
    await forgetVersions(queries, version.id)
    keepVersion(queries, saved)
    await navigate(versionAddress(saved.id))
  })
}

const Rescue = ({ snapshot }: { snapshot: DraftSnapshot }) => {
  const text = useText()
  const rescue = useRescue(snapshot)
  return (
    <>
      <SubmitButton type="button" size="small" sending={rescue.sending} onClick={() => void rescue.send()}>
        {text('templateEditor.refused.rescue')}
      </SubmitButton>
      <ProblemNotice problem={rescue.problem} />
    </>
  )
}

/** The server does not take what is written: why, and what can be done now. Everything is still on the page. */
export const RefusedNotice = ({ snapshot }: { snapshot: DraftSnapshot }) => {
  const text = useText()
  const { retry } = useDraftEngine()
  const { save } = snapshot
  if (save.kind !== 'refused') return null
  const { code, body, errors } = save.problem
  const isGone = code === 'version_immutable' || code === 'not_found'
  const reasons = Object.values(errors)
  return (
    <Notice
      kind="error"
      title={text(isGone ? 'templateEditor.refused.goneTitle' : 'templateEditor.refused.title')}
      action={
        isGone ? (
          <Rescue snapshot={snapshot} />
        ) : (
          <Button size="small" variant="contained" onClick={() => void retry()}>
            {text('failure.retry')}
          </Button>
        )
      }
    >
      {reasons.length > 0 ? reasons.join(' ') : (body.detail ?? text(`problem.${code}.cure`))}{' '}
      {text(isGone ? 'templateEditor.refused.goneText' : 'templateEditor.refused.text')}
    </Notice>
  )
}
