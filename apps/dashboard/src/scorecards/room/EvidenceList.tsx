import { type Evidence, evidenceKinds, MAX_EVIDENCE_ENTRIES, type RatingDraft } from '@assay/contracts'
import AddOutlined from '@mui/icons-material/AddOutlined'
import CloseOutlined from '@mui/icons-material/CloseOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import { memo } from 'react'
import { Choice } from '../../components/Choice.tsx'
import { Field } from '../../components/Field.tsx'
import { useText } from '../../i18n/text.ts'
import { type KitQuestion, useRoomWork } from '../room-context.ts'
import { removeEvidence, setEvidence } from '../scorecard-edits.ts'

interface EntryProps {
  id: string
  competencyId: string
  evidence: Evidence
  questions: readonly KitQuestion[]
  refusal: string | undefined
}

const Entry = memo(({ id, competencyId, evidence, questions, refusal }: EntryProps) => {
  const text = useText()
  const { change, mayWrite } = useRoomWork()
  const set = (part: Partial<Evidence>) => change(setEvidence(competencyId, id, part))
  return (
    <Box
      component="li"
      data-evidence={id}
      sx={{ listStyle: 'none', display: 'grid', gap: 1, gridTemplateColumns: 'minmax(0, 1fr)' }}
    >
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'flex-end' }}>
        <Box sx={{ flex: '1 1 0', minWidth: 0 }}>
          <Choice
            size="small"
            label={text('scorecard.evidence.kind')}
            value={evidence.kind}
            options={evidenceKinds.map((kind) => ({
              value: kind,
              label: text(`scorecard.evidence.${kind}`),
            }))}
            onChange={({ target }) => mayWrite && set({ kind: target.value as Evidence['kind'] })}
          />
        </Box>
        <Box sx={{ flex: '2 1 0', minWidth: 0 }}>
          <Choice
            size="small"
            label={text('scorecard.evidence.from')}
            value={evidence.questionId ?? ''}
            options={[
              { value: '', label: text('scorecard.evidence.noQuestion') },
              ...questions.map((question) => ({ value: question.id, label: question.title })),
            ]}
            onChange={({ target }) => mayWrite && set({ questionId: target.value || null })}
          />
        </Box>
        {mayWrite && (
          <IconButton
            size="small"
            aria-label={text('scorecard.evidence.remove')}
            title={text('scorecard.evidence.remove')}
            onClick={() => change(removeEvidence(competencyId, id))}
          >
            <CloseOutlined sx={{ fontSize: 18 }} />
          </IconButton>
        )}
      </Box>
      <Field
        multiline
        minRows={2}
        size="small"
        label={text('scorecard.evidence.text')}
        error={refusal}
        readOnly={!mayWrite}
        value={evidence.text}
        inputProps={{ 'data-part': 'evidence' }}
        onChange={({ target }) => set({ text: target.value })}
      />
    </Box>
  )
})
Entry.displayName = 'Entry'

interface EvidenceListProps {
  competencyId: string
  evidence: RatingDraft['evidence']
  questions: readonly KitQuestion[]
  refusals: ReadonlyMap<string, string>
}

/** What a rating rests on: what was said or done, in answer to what. */
export const EvidenceList = ({ competencyId, evidence, questions, refusals }: EvidenceListProps) => {
  const text = useText()
  const { mayWrite, addEvidence } = useRoomWork()
  const entries = Object.entries(evidence)
  return (
    <Box sx={{ display: 'grid', gap: 1.25, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      {entries.length > 0 && (
        <Box
          component="ul"
          aria-label={text('scorecard.evidence.title')}
          sx={{ m: 0, p: 0, display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}
        >
          {entries.map(([id, one]) => (
            <Entry
              key={id}
              id={id}
              competencyId={competencyId}
              evidence={one}
              questions={questions}
              refusal={refusals.get(`ratings/${competencyId}/evidence/${id}`)}
            />
          ))}
        </Box>
      )}
      {mayWrite && entries.length < MAX_EVIDENCE_ENTRIES && (
        <Box>
          <Button size="small" startIcon={<AddOutlined />} onClick={() => addEvidence(competencyId, null)}>
            {text('scorecard.evidence.add')}
          </Button>
        </Box>
      )}
    </Box>
  )
}
