import { MAX_IMPORT_BYTES } from '@assay/contracts'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { ApiProblem, asProblem } from '../api/problem.ts'
import { DropPlace } from '../components/DropPlace.tsx'
import { Notice } from '../components/Notice.tsx'
import { TextLink } from '../components/TextLink.tsx'
import { useText } from '../i18n/text.ts'
import { columnsAddress, useImportCommands } from './import-requests.ts'

const ACCEPTED = '.csv,.tsv,.txt,.json,text/csv,text/tab-separated-values,application/json'

interface Refused {
  name: string
  problem: ApiProblem
}

/** One after the other, into one import; what is refused does not stop the next. */
const useSending = () => {
  const commands = useImportCommands()
  const go = useNavigate()
  const [sending, setSending] = useState<string | null>(null)
  const [refused, setRefused] = useState<Refused[]>([])
  const [begun, setBegun] = useState<string | null>(null)
  const send = async (files: readonly File[]) => {
    if (sending !== null) return
    let id: string | null = null
    const wrong: Refused[] = []
    for (const file of files) {
      setSending(file.name)
      try {
        if (file.size > MAX_IMPORT_BYTES) throw new ApiProblem(413, 'file_too_large')
        id = (await commands.send(file, id)).id
      } catch (error) {
        wrong.push({ name: file.name, problem: asProblem(error) })
      }
    }
    setSending(null)
    setRefused(wrong)
    setBegun(id)
    if (id !== null && wrong.length === 0) await go(columnsAddress(id))
  }
  return { sending, refused, begun, send }
}

const NotTaken = ({ name, problem }: Refused) => {
  const text = useText()
  return (
    <Notice kind="error" title={text('candidateImport.notTaken', { name })}>
      {problem.body.detail ?? text(`problem.${problem.code}.title`)}{' '}
      {problem.code !== 'file_refused' && text(`problem.${problem.code}.cure`)}
    </Notice>
  )
}

/** The first step: what is to be imported. */
export const FileChoice = () => {
  const text = useText()
  const { sending, refused, begun, send } = useSending()
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 1.5 }}>
      <DropPlace
        label={text('candidateImport.choose')}
        accept={ACCEPTED}
        several
        busy={sending !== null}
        onFiles={(files) => void send(files)}
      >
        <Typography component="output" sx={{ fontWeight: 600 }}>
          {sending === null
            ? text('candidateImport.drop')
            : text('candidateImport.reading', { name: sending })}
        </Typography>
        <Typography variant="body2" color="textSecondary">
          {text('candidateImport.limits')}
        </Typography>
      </DropPlace>
      {refused.map((one, place) => (
        // oxlint-disable-next-line react/no-array-index-key -- two files may have one name
        <NotTaken key={place} {...one} />
      ))}
      {begun !== null && refused.length > 0 && (
        <Notice
          kind="info"
          title={text('candidateImport.others')}
          action={<TextLink to={columnsAddress(begun)}>{text('candidateImport.goOn')}</TextLink>}
        />
      )}
    </Box>
  )
}
