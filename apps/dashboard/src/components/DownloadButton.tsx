import DownloadOutlined from '@mui/icons-material/DownloadOutlined'
import { requestFile } from '../api/request.ts'
import { saveFile } from '../api/save-file.ts'
import { ProblemNotice } from './ProblemNotice.tsx'
import { SubmitButton } from './SubmitButton.tsx'
import { useSubmission } from './useSubmission.ts'

interface DownloadButtonProps {
  path: string
  fileName: string
  size?: 'small' | 'medium'
  /** For those who hear it without what stands around it. */
  label?: string
  children: string
}

/** Asks for a file with the session of this page, so that a refusal is told here and not saved as a file. */
export const DownloadButton = ({ path, fileName, size, label, children }: DownloadButtonProps) => {
  const submission = useSubmission(async () => saveFile(await requestFile(path), fileName))
  return (
    <>
      <SubmitButton
        type="button"
        variant="outlined"
        size={size}
        aria-label={label}
        startIcon={<DownloadOutlined />}
        sending={submission.sending}
        onClick={() => void submission.send()}
      >
        {children}
      </SubmitButton>
      <ProblemNotice problem={submission.problem} />
    </>
  )
}
