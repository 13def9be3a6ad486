import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined'
import Box from '@mui/material/Box'
import { type DragEvent, type ReactNode, useRef, useState } from 'react'
import { SubmitButton } from './SubmitButton.tsx'

interface DropPlaceProps {
  /** What the button says; the file field is called the same. */
  label: string
  /** Kinds of files, as browsers name them. */
  accept: string
  several?: boolean
  /** The last ones are still on their way. */
  busy?: boolean
  /** Something was chosen before: choosing again is no longer the next step. */
  quiet?: boolean
  onFiles: (files: File[]) => void
  /** What is said over the button. */
  children: ReactNode
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

/** Files, dropped or chosen. */
export const DropPlace = (props: DropPlaceProps) => {
  const { label, accept, several = false, busy = false, quiet = false, onFiles, children } = props
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const take = (list: FileList | null) => {
    const files = [...(list ?? [])].slice(0, several ? undefined : 1)
    if (files.length > 0 && !busy) onFiles(files)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  return (
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
      {children}
      <input
        ref={input}
        type="file"
        accept={accept}
        multiple={several}
        hidden
        aria-label={label}
        onChange={({ target }) => {
          take(target.files)
          target.value = ''
        }}
      />
      <SubmitButton
        type="button"
        variant={quiet ? 'outlined' : 'contained'}
        sending={busy}
        onClick={() => !busy && input.current?.click()}
      >
        {label}
      </SubmitButton>
    </Box>
  )
}
