import type { InterviewTemplateVersion } from '@assay/contracts'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { Notice } from '../../components/Notice.tsx'
import { ProblemNotice } from '../../components/ProblemNotice.tsx'
import { SubmitButton } from '../../components/SubmitButton.tsx'
import { useSubmission } from '../../components/useSubmission.ts'
import { type LeftCopy, moveLeftCopy, removeLeftCopy } from '../../drafts/device-copies.ts'
import { saveUnsent } from '../../drafts/save-unsent.ts'
import { formatRelative } from '../../i18n/formats.ts'
import { useText } from '../../i18n/text.ts'
import { versionAddress } from '../../interview-templates/template-address.ts'
import { useTemplateCommands } from '../../interview-templates/template-commands.ts'
import { subjectOfVersion } from '../draft/open-drafts.ts'

interface LeftNoticeProps {
  /** Null when it is not there any more, or not for this person. */
  version: InterviewTemplateVersion | null
  copies: readonly LeftCopy[]
}

/** The fresh version's editor puts it together with what that one says, as with anything that was left. */
const useBegin = ({ version, copies }: LeftNoticeProps) => {
  const navigate = useNavigate()
  const { beginVersion } = useTemplateCommands()
  return useSubmission(async () => {
    if (!version) return
    const fresh = await beginVersion(version.templateId)
    for (const copy of copies) await moveLeftCopy(copy, subjectOfVersion(fresh.id))
    await navigate(versionAddress(fresh.id))
  })
}

/** What was written here never reached the server, and now the version is only read. */
export const LeftNotice = ({ version, copies }: LeftNoticeProps) => {
  const text = useText()
  const [asks, setAsks] = useState(false)
  const [isGone, setGone] = useState(false)
  const begin = useBegin({ version, copies })
  const last = copies.at(-1)
  if (!last || isGone) return null
  const discard = async (): Promise<void> => {
    for (const copy of copies) await removeLeftCopy(copy)
    setGone(true)
  }
  return (
    <Notice
      kind="warning"
      title={text('templateEditor.left.title', {
        time: formatRelative(new Date(last.writtenAt).toISOString()),
      })}
      action={
        <>
          {version && (
            <SubmitButton
              type="button"
              size="small"
              sending={begin.sending}
              onClick={() => void begin.send()}
            >
              {text('templateEditor.left.begin')}
            </SubmitButton>
          )}
          <Button size="small" variant="outlined" onClick={() => saveUnsent(copies)}>
            {text('templateEditor.left.download')}
          </Button>
          <Button size="small" color="error" onClick={() => setAsks(true)}>
            {text('templateEditor.left.discard')}
          </Button>
        </>
      }
    >
      {text('templateEditor.left.text')}
      <ProblemNotice problem={begin.problem} />
      {asks && (
        <ConfirmDialog
          grave
          title={text('templateEditor.left.discardTitle')}
          verb={text('templateEditor.left.discard')}
          work={discard}
          onClose={() => setAsks(false)}
        >
          {text('templateEditor.left.discardText')}
        </ConfirmDialog>
      )}
    </Notice>
  )
}
