import { MAX_ENTRIES, type Anchor, type Scale } from '@assay/contracts'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import { AnchorEditor } from '../../components/AnchorEditor.tsx'
import { EntryList } from '../../components/EntryList.tsx'
import { plainText } from '../../components/entry-list.ts'
import { Field } from '../../components/Field.tsx'
import { Notice } from '../../components/Notice.tsx'
import { useText } from '../../i18n/text.ts'
import { Override } from './Override.tsx'

interface Overriding<Value> {
  place: string
  label: string
  hint?: ReactNode
  value: Value
  otherwise: boolean
  error: string | undefined
  /** `undefined` follows the bank again. */
  onSay: (value: Value | undefined) => void
}

const frame = <Value,>({ place, label, otherwise, onSay }: Overriding<Value>) => ({
  place,
  label,
  otherwise,
  onReset: () => onSay(undefined),
})

export const TextOverride = ({ rows, ...props }: Overriding<string> & { rows?: number }) => (
  <Override {...frame(props)}>
    <Field
      label={props.label}
      hint={props.hint}
      error={props.error}
      value={props.value}
      {...(rows && { multiline: true, minRows: rows })}
      onChange={({ target }) => props.onSay(target.value)}
    />
  </Override>
)

export const EntriesOverride = ({ add, ...props }: Overriding<string[]> & { add: string }) => (
  <Override {...frame(props)}>
    <EntryList
      label={props.label}
      hint={props.hint}
      error={props.error}
      add={add}
      kind={plainText}
      maximum={MAX_ENTRIES}
      value={props.value}
      onChange={props.onSay}
    />
  </Override>
)

/** An anchor above the scale of this version: shown, so that nobody loses it unseen. */
const Beyond = ({
  value,
  scale,
  onSay,
}: Pick<Overriding<Anchor[]>, 'value' | 'onSay'> & { scale: Scale }) => {
  const text = useText()
  const beyond = value.filter(({ level }) => level > scale)
  if (beyond.length === 0) return null
  return (
    <Notice
      kind="warning"
      title={text('templateEditor.anchors.beyond', { scale })}
      action={
        <Button
          size="small"
          variant="outlined"
          onClick={() => onSay(value.filter(({ level }) => level <= scale))}
        >
          {text('templateEditor.anchors.takeOut')}
        </Button>
      }
    >
      {beyond.map((anchor) => anchor.text).join('\n')}
    </Notice>
  )
}

export const AnchorsOverride = ({ scale, ...props }: Overriding<Anchor[]> & { scale: Scale }) => (
  <Override {...frame(props)}>
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 1 }}>
      <Box component="span" sx={{ fontSize: '0.875rem', fontWeight: 600 }}>
        {props.label}
      </Box>
      <AnchorEditor
        label={props.label}
        scale={scale}
        error={props.error}
        value={props.value}
        onChange={props.onSay}
      />
      <Beyond value={props.value} scale={scale} onSay={props.onSay} />
    </Box>
  </Override>
)
