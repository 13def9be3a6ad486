import { type DocumentKind, documentKinds } from '@assay/contracts'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { Choice } from '../../components/Choice.tsx'
import { DropPlace } from '../../components/DropPlace.tsx'
import { useText } from '../../i18n/text.ts'
import { UploadRow } from './UploadRow.tsx'
import { useUploads } from './useUploads.ts'

const ACCEPTED = '.pdf,.docx,.txt,.md,.json,application/pdf,text/plain,application/json'

/** Takes in files of a candidate; more may be added while others are on their way. */
export const DocumentUpload = ({ candidateId }: { candidateId: string }) => {
  const text = useText()
  const [kind, setKind] = useState<DocumentKind>('resume')
  const { files, add, stop, again } = useUploads(candidateId)
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 1.5, mt: 2 }}>
      <Choice
        size="small"
        label={text('document.kindLabel')}
        value={kind}
        options={documentKinds.map((value) => ({ value, label: text(`document.kind.${value}`) }))}
        onChange={({ target }) => setKind(target.value as DocumentKind)}
      />
      <DropPlace
        label={text('document.choose')}
        accept={ACCEPTED}
        several
        onFiles={(chosen) => add(chosen, kind)}
      >
        <Typography sx={{ fontWeight: 600 }}>{text('document.drop')}</Typography>
      </DropPlace>
      {files.map((upload) => (
        <UploadRow
          key={upload.id}
          upload={upload}
          onStop={() => stop(upload.id)}
          onAgain={() => again(upload)}
        />
      ))}
    </Box>
  )
}
