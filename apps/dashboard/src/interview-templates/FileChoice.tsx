import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { API } from '../api/send.ts'
import { DropPlace } from '../components/DropPlace.tsx'
import { Notice } from '../components/Notice.tsx'
import { Section } from '../components/Section.tsx'
import { formatNumber } from '../i18n/formats.ts'
import { useText } from '../i18n/text.ts'
import type { Unreadable } from './useImportTrial.ts'

interface FileChoiceProps {
  fileName: string | null
  unreadable: Unreadable | null
  onFile: (file: File) => void
}

const MEGABYTE = 1_000_000

const Trouble = ({ unreadable }: { unreadable: Unreadable }) => {
  const text = useText()
  const size =
    unreadable.because === 'too_large' ? `${formatNumber(Math.ceil(unreadable.bytes / MEGABYTE))} MB` : ''
  return (
    <Box sx={{ mt: 2 }}>
      <Notice
        kind="error"
        title={text(
          unreadable.because === 'too_large' ? 'templateImport.tooLarge' : 'templateImport.notJson',
          {
            size,
          },
        )}
      />
    </Box>
  )
}

/** A file, dropped or chosen. */
export const FileChoice = ({ fileName, unreadable, onFile }: FileChoiceProps) => {
  const text = useText()
  return (
    <Section
      title={text('templateImport.choose')}
      about={
        <>
          {text('templateImport.chooseAbout')}{' '}
          <Link href={`${API}/interview-templates/file-schema`} target="_blank" rel="noreferrer">
            {text('templateImport.format')}
          </Link>
        </>
      }
    >
      <DropPlace
        label={text(fileName ? 'templateImport.another' : 'templateImport.choose')}
        accept="application/json,.json"
        quiet={fileName !== null}
        onFiles={([file]) => file && onFile(file)}
      >
        <Typography sx={{ fontWeight: 600 }}>{fileName ?? text('templateImport.drop')}</Typography>
      </DropPlace>
      {unreadable && <Trouble unreadable={unreadable} />}
    </Section>
  )
}
