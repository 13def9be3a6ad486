import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { type DragEvent, useRef, useState } from 'react'
import { API } from '../api/send.ts'
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

const place = {
  display: 'grid',
  justifyItems: 'center',
  gap: 1.25,
  p: 3,
  border: '1.5px dashed',
  borderRadius: 1.5,
  textAlign: 'center',
  overflowWrap: 'anywhere',
} as const

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
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const [file] = event.dataTransfer.files
    if (file) onFile(file)
  }
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
      <Box
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        sx={{
          ...place,
          borderColor: over ? 'primary.main' : 'divider',
          bgcolor: over ? 'tint.verdigris' : 'transparent',
        }}
      >
        <UploadFileOutlined aria-hidden sx={{ fontSize: 30, color: 'primary.main' }} />
        <Typography sx={{ fontWeight: 600 }}>{fileName ?? text('templateImport.drop')}</Typography>
        <input
          ref={input}
          type="file"
          accept="application/json,.json"
          hidden
          aria-label={text('templateImport.choose')}
          onChange={({ target }) => {
            const [file] = target.files ?? []
            if (file) onFile(file)
            target.value = ''
          }}
        />
        <Button variant={fileName ? 'outlined' : 'contained'} onClick={() => input.current?.click()}>
          {text(fileName ? 'templateImport.another' : 'templateImport.choose')}
        </Button>
      </Box>
      {unreadable && <Trouble unreadable={unreadable} />}
    </Section>
  )
}
