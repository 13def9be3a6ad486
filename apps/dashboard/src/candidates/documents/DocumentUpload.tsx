import { type DocumentKind, documentKinds, MAX_DOCUMENT_BYTES } from '@assay/contracts'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { ApiProblem, asProblem } from '../../api/problem.ts'
import { Choice } from '../../components/Choice.tsx'
import { DropPlace } from '../../components/DropPlace.tsx'
import { Notice } from '../../components/Notice.tsx'
import { useText } from '../../i18n/text.ts'
import { useDocumentCommands } from './document-requests.ts'

const ACCEPTED = '.pdf,.docx,.txt,.md,.json,application/pdf,text/plain,application/json'

interface Sent {
  name: string
  problem: ApiProblem | null
}

/** One after the other; each is told by its name, and one that is refused does not stop the next. */
const useSending = (candidateId: string, kind: DocumentKind) => {
  const commands = useDocumentCommands()
  const [sending, setSending] = useState<string | null>(null)
  const [sent, setSent] = useState<Sent[]>([])
  const one = async (file: File): Promise<ApiProblem | null> => {
    if (file.size > MAX_DOCUMENT_BYTES) return new ApiProblem(413, 'file_too_large')
    try {
      await commands.add(candidateId, file, kind)
      return null
    } catch (error) {
      return asProblem(error)
    }
  }
  const send = async (files: readonly File[]) => {
    if (sending !== null) return
    setSent([])
    for (const file of files) {
      setSending(file.name)
      const problem = await one(file)
      setSent((before) => [...before, { name: file.name, problem }])
    }
    setSending(null)
  }
  return { sending, sent, send }
}

const Outcome = ({ name, problem }: Sent) => {
  const text = useText()
  if (!problem) return <Notice kind="success" title={text('document.sent', { name })} />
  const because = problem.body.detail ?? text(`problem.${problem.code}.title`)
  return (
    <Notice kind="error" title={text('document.notSent', { name })}>
      {because} {text(`problem.${problem.code}.cure`)}
    </Notice>
  )
}

/** Takes in files of a candidate. */
export const DocumentUpload = ({ candidateId }: { candidateId: string }) => {
  const text = useText()
  const [kind, setKind] = useState<DocumentKind>('resume')
  const { sending, sent, send } = useSending(candidateId, kind)
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
        busy={sending !== null}
        onFiles={(files) => void send(files)}
      >
        <Typography component="output" sx={{ fontWeight: 600 }}>
          {sending === null ? text('document.drop') : text('document.sending', { name: sending })}
        </Typography>
      </DropPlace>
      {sent.map((one, place) => (
        // oxlint-disable-next-line react/no-array-index-key -- two files may have one name
        <Outcome key={place} {...one} />
      ))}
    </Box>
  )
}
