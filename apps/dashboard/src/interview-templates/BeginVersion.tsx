import AddOutlined from '@mui/icons-material/AddOutlined'
import Box from '@mui/material/Box'
import { useNavigate } from 'react-router'
import { ProblemNotice } from '../components/ProblemNotice.tsx'
import { SubmitButton } from '../components/SubmitButton.tsx'
import { useSubmission } from '../components/useSubmission.ts'
import { useText } from '../i18n/text.ts'
import { versionAddress } from './template-address.ts'
import { useTemplateCommands } from './template-commands.ts'

/** A further draft, opened at once. */
export const BeginVersion = ({ templateId }: { templateId: string }) => {
  const text = useText()
  const navigate = useNavigate()
  const commands = useTemplateCommands()
  const submission = useSubmission(async () => {
    const { id } = await commands.beginVersion(templateId)
    await navigate(versionAddress(id))
  })
  return (
    <Box sx={{ display: 'grid', gap: 1, justifyItems: 'end' }}>
      <SubmitButton
        type="button"
        startIcon={<AddOutlined />}
        title={text('templatePage.beginAbout')}
        sending={submission.sending}
        onClick={() => void submission.send()}
      >
        {text('templatePage.begin')}
      </SubmitButton>
      <ProblemNotice problem={submission.problem} />
    </Box>
  )
}
