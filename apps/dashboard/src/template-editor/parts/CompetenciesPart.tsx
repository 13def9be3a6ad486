import { type BankEntries, MAX_RATED, type VersionDraft } from '@assay/contracts'
import AddOutlined from '@mui/icons-material/AddOutlined'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { memo, useState } from 'react'
import { ExplainedButton } from '../../components/ExplainedButton.tsx'
import { useText } from '../../i18n/text.ts'
import type { Covered } from '../draft/coverage.ts'
import { CompetencyPicker } from '../picking/CompetencyPicker.tsx'
import { CompetencyRow } from './CompetencyRow.tsx'
import { Part } from './Part.tsx'
import { listLook } from './row-look.ts'

interface CompetenciesPartProps extends Pick<VersionDraft, 'competencies' | 'scale'> {
  entries: BankEntries['competencies']
  covered: readonly Covered[]
}

/** What is rated, in the order of the scorecard. */
export const CompetenciesPart = memo(({ competencies, scale, entries, covered }: CompetenciesPartProps) => {
  const text = useText()
  const [adding, setAdding] = useState(false)
  const rows = competencies.flatMap((rated, place) => {
    const entry = entries.get(rated.competencyId)
    const counts = covered.find((one) => one.competencyId === rated.competencyId)
    if (!entry) return []
    return [
      <CompetencyRow
        key={entry.id}
        rated={rated}
        entry={entry}
        scale={scale}
        place={place}
        count={competencies.length}
        primary={counts?.primary ?? 0}
        secondary={counts?.secondary ?? 0}
      />,
    ]
  })
  return (
    <Part
      place="part-competencies"
      title={text('templateEditor.part.competencies')}
      about={text('templateEditor.part.competenciesAbout')}
    >
      {rows.length > 0 ? (
        <Box component="ol" sx={listLook}>
          {rows}
        </Box>
      ) : (
        <Typography variant="body2" color="textSecondary">
          {text('templateEditor.empty.competencies')}
        </Typography>
      )}
      <Box data-row="competencies" sx={{ mt: 1 }}>
        <ExplainedButton
          size="small"
          data-part="add"
          startIcon={<AddOutlined />}
          missing={competencies.length >= MAX_RATED && text('templateEditor.add.full', { count: MAX_RATED })}
          onClick={() => setAdding(true)}
        >
          {text('templateEditor.add.competencies')}
        </ExplainedButton>
      </Box>
      {adding && (
        <CompetencyPicker
          used={competencies.map(({ competencyId }) => competencyId)}
          onClose={() => setAdding(false)}
        />
      )}
    </Part>
  )
})
CompetenciesPart.displayName = 'CompetenciesPart'
