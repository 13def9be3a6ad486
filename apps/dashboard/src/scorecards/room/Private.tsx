import type { InterviewRoom, ScorecardDraft } from '@assay/contracts'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { type ReactNode, useState } from 'react'
import { Choice } from '../../components/Choice.tsx'
import { Field } from '../../components/Field.tsx'
import { useText } from '../../i18n/text.ts'
import { type Kit, questionsOf, useRoomWork } from '../room-context.ts'
import { setField, setReached } from '../scorecard-edits.ts'

const Part = ({ title, about, children }: { title: string; about?: string; children: ReactNode }) => (
  <Box component="section" aria-label={title} sx={{ p: 2, borderTop: 1, borderColor: 'divider' }}>
    <Typography variant="h2">{title}</Typography>
    {about && (
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1.5 }}>
        {about}
      </Typography>
    )}
    {children}
  </Box>
)

type Reached = ScorecardDraft['handOff'][string]

const Picks = ({ kit, handOff }: { kit: Kit; handOff: ScorecardDraft['handOff'] }) => {
  const text = useText()
  const { change, mayWrite } = useRoomWork()
  const named = [
    ...questionsOf(kit).map(({ id, title }) => ({ id, name: title })),
    ...kit.competencies.map(({ id, name }) => ({ id, name })),
  ]
  const options = [
    { value: '', label: text('scorecard.handOff.unsaid') },
    { value: 'covered', label: text('scorecard.handOff.covered') },
    { value: 'not_reached', label: text('scorecard.handOff.not_reached') },
  ]
  return (
    <Box component="ul" sx={{ m: 0, p: 0, display: 'grid', gap: 1 }}>
      {named.map(({ id, name }) => (
        <Box
          component="li"
          key={id}
          sx={{
            listStyle: 'none',
            display: 'grid',
            gridTemplateColumns: 'minmax(0, 1fr) 150px',
            gap: 1,
            alignItems: 'end',
          }}
        >
          <Box sx={{ fontSize: '0.875rem', overflowWrap: 'anywhere', pb: 1 }} aria-hidden>
            {name}
          </Box>
          <Choice
            size="small"
            titled
            label={text('scorecard.handOff.of', { name })}
            options={options}
            value={handOff[id] ?? ''}
            onChange={({ target }) =>
              mayWrite && change(setReached(id, (target.value || null) as Reached | null))
            }
          />
        </Box>
      ))}
    </Box>
  )
}

const Earlier = ({ handOffs }: Pick<InterviewRoom, 'handOffs'>) => {
  const text = useText()
  if (handOffs.length === 0) return null
  return (
    <Part title={text('scorecard.handOff.from')}>
      {handOffs.map(({ interviewId, author, template, entries }) => (
        <Box key={`${interviewId}/${author.id}`} sx={{ mt: 1, fontSize: '0.875rem' }}>
          <Typography variant="subtitle2" component="p">
            {text('scorecard.handOff.line', { author: author.name, template })}
          </Typography>
          {(['covered', 'not_reached'] as const).map((how) => {
            const names = entries.filter(({ reached }) => reached === how).map(({ name }) => name)
            return (
              names.length > 0 && (
                <Box key={how}>
                  {text(`scorecard.handOff.${how}`)}: {names.join(', ')}
                </Box>
              )
            )
          })}
        </Box>
      ))}
    </Part>
  )
}

interface PrivateProps
  extends Pick<ScorecardDraft, 'privateNotes' | 'handOff'>, Pick<InterviewRoom, 'handOffs'> {
  kit: Kit
  refusal: string | undefined
  /** Resolves to whether it was done. */
  onHandOver: () => Promise<boolean>
}

/** What its author keeps to themselves, and what goes to the next interviewer. */
export const Private = ({ kit, privateNotes, handOff, handOffs, refusal, onHandOver }: PrivateProps) => {
  const text = useText()
  const { change, mayWrite } = useRoomWork()
  const [given, setGiven] = useState<ScorecardDraft['handOff'] | null>(null)
  const give = async () => {
    if (await onHandOver()) setGiven(handOff)
  }
  return (
    <>
      <Earlier handOffs={handOffs} />
      <Part title={text('scorecard.privately.title')} about={text('scorecard.privately.about')}>
        <Field
          multiline
          minRows={4}
          label={text('scorecard.privately.title')}
          error={refusal}
          readOnly={!mayWrite}
          value={privateNotes}
          onChange={({ target }) => change(setField({ privateNotes: target.value }))}
        />
      </Part>
      <Part title={text('scorecard.handOff.title')} about={text('scorecard.handOff.about')}>
        <Picks kit={kit} handOff={handOff} />
        {mayWrite && (
          <Box sx={{ mt: 1.5, display: 'flex', gap: 1.5, alignItems: 'center', flexWrap: 'wrap' }}>
            <Button variant="outlined" onClick={() => void give()}>
              {text('scorecard.handOff.give')}
            </Button>
            <Box component="output" sx={{ fontSize: '0.875rem', color: 'text.secondary' }}>
              {given === handOff && text('scorecard.handOff.given')}
            </Box>
          </Box>
        )}
      </Part>
    </>
  )
}
