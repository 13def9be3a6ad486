import CheckOutlined from '@mui/icons-material/CheckOutlined'
import ContentCopyOutlined from '@mui/icons-material/ContentCopyOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useRef, useState } from 'react'
import { useText } from '../i18n/text.ts'
import { codeFace } from '../theme/typography.ts'
import { Field } from './Field.tsx'

type Outcome = 'copy' | 'copied' | 'failed'

/** A link or secret that is shown once: selected on click, copied on demand, and honest when copying fails. */
export const CopyField = ({ label, value }: { label: string; value: string }) => {
  const text = useText()
  const input = useRef<HTMLInputElement>(null)
  const [outcome, setOutcome] = useState<Outcome>('copy')
  const copy = () => {
    const select = () => {
      input.current?.select()
      setOutcome('failed')
    }
    if (!('clipboard' in navigator)) return select()
    navigator.clipboard.writeText(value).then(() => setOutcome('copied'), select)
  }
  return (
    <Box>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'flex-end' }}>
        <Field
          label={label}
          value={value}
          readOnly
          inputRef={input}
          onFocus={(event) => event.target.select()}
          sx={{ fontFamily: codeFace, '& input': { fontSize: '0.813rem' } }}
        />
        <Button
          variant="outlined"
          onClick={copy}
          startIcon={outcome === 'copied' ? <CheckOutlined /> : <ContentCopyOutlined />}
          sx={{ flexShrink: 0 }}
        >
          {text(outcome === 'copied' ? 'copy.copied' : 'copy.copy')}
        </Button>
      </Box>
      <Typography variant="caption" component="output" sx={{ display: 'block', mt: 0.5 }}>
        {outcome === 'failed' && text('copy.failed')}
      </Typography>
    </Box>
  )
}
