import type { Anchor, Scale } from '@assay/contracts'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import FormHelperText from '@mui/material/FormHelperText'
import { useId, type Ref } from 'react'
import { useText } from '../i18n/text.ts'
import { scaleOf, textAt, withScale, withText } from './anchors.ts'
import { GrowingInput } from './GrowingInput.tsx'
import type { ScaleLevel } from './rating-tone.ts'
import { ScaleColumns } from './ScaleColumns.tsx'
import { useFocusInside, type Focusable } from './useFocusInside.ts'

interface AnchorEditorProps {
  label: string
  value: readonly Anchor[]
  onChange: (anchors: Anchor[]) => void
  onBlur?: () => void
  /** Where it is fixed; else it follows from the anchors, and may be changed here. */
  scale?: Scale
  /** What is wrong with the anchors as a whole. */
  error?: string | undefined
  /** What is wrong with the one at this place of the list. */
  errorAt?: (place: number) => string | undefined
  ref?: Ref<Focusable>
}

interface AnchorTextProps extends Omit<AnchorEditorProps, 'ref' | 'label' | 'error' | 'scale'> {
  of: ScaleLevel
  headingId: string
}

const AnchorText = ({ of: { level }, headingId, value, onChange, onBlur, errorAt }: AnchorTextProps) => {
  const text = useText()
  const id = useId()
  const error = errorAt?.(value.findIndex((anchor) => anchor.level === level))
  return (
    <>
      <GrowingInput
        minRows={5}
        fullWidth
        value={textAt(value, level)}
        placeholder={text('anchors.placeholder')}
        error={Boolean(error)}
        onChange={({ target }) => onChange(withText(value, level, target.value))}
        onBlur={onBlur}
        slotProps={{
          input: { 'aria-labelledby': headingId, 'aria-describedby': error ? id : undefined },
        }}
        sx={{ flexGrow: 1, alignItems: 'flex-start', '& textarea': { fontSize: '0.875rem' } }}
      />
      {error && (
        <FormHelperText error id={id}>
          {error}
        </FormHelperText>
      )}
    </>
  )
}

/** The same scale as it is read, to be written in. Five levels are for those whose versions have a middle one. */
export const AnchorEditor = ({ label, error, ref, scale: fixed, ...editing }: AnchorEditorProps) => {
  const text = useText()
  const inside = useFocusInside(ref)
  const { value, onChange } = editing
  const scale = fixed ?? scaleOf(value)
  const mayChange = fixed === undefined && (scale === 4 || textAt(value, 3) === '')
  return (
    <Box ref={inside} sx={{ display: 'grid', gap: 1 }}>
      <ScaleColumns scale={scale} label={label}>
        {(level, headingId) => <AnchorText of={level} headingId={headingId} {...editing} />}
      </ScaleColumns>
      {error && <FormHelperText error>{error}</FormHelperText>}
      {mayChange && (
        <Button
          size="small"
          onClick={() => onChange(withScale(value, scale === 4 ? 5 : 4))}
          sx={{ justifySelf: 'start' }}
        >
          {text(scale === 4 ? 'anchors.toFive' : 'anchors.toFour')}
        </Button>
      )}
    </Box>
  )
}
