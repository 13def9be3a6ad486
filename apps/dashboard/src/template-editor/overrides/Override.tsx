import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import { useText } from '../../i18n/text.ts'

interface OverrideProps {
  /** Its place on the page, for links from gaps. */
  place: string
  /** This version says it in other words than the bank. */
  otherwise: boolean
  /** What is reset, for those who hear the button alone. */
  label: string
  onReset: () => void
  children: ReactNode
}

const mark = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 1,
  mt: 0.75,
  pl: 1,
  borderLeft: 3,
  borderColor: 'brass.main',
  fontSize: '0.813rem',
  color: 'brass.text',
  fontWeight: 600,
} as const

/** A text that follows the bank until it is put otherwise here, and can follow it again. */
export const Override = ({ place, otherwise, label, onReset, children }: OverrideProps) => {
  const text = useText()
  return (
    <Box id={place} sx={{ minWidth: 0, scrollMarginTop: 96 }}>
      {children}
      {otherwise && (
        <Box sx={mark}>
          <span>{text('templateEditor.override.mark')}</span>
          <Button
            size="small"
            onClick={onReset}
            aria-label={text('templateEditor.override.resetOf', { label })}
          >
            {text('templateEditor.override.reset')}
          </Button>
        </Box>
      )}
    </Box>
  )
}
