import type { Scale, VersionCompetency } from '@assay/contracts'
import ArrowDownwardOutlined from '@mui/icons-material/ArrowDownwardOutlined'
import ArrowUpwardOutlined from '@mui/icons-material/ArrowUpwardOutlined'
import CloseOutlined from '@mui/icons-material/CloseOutlined'
import EditOutlined from '@mui/icons-material/EditOutlined'
import ExpandLessOutlined from '@mui/icons-material/ExpandLessOutlined'
import Box from '@mui/material/Box'
import { memo, useState } from 'react'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { useText } from '../../i18n/text.ts'
import { useDraftEngine } from '../draft/draft-context.ts'
import type { Covered } from '../draft/coverage.ts'
import { moveCompetency, removeCompetency, type RatedCompetency } from '../draft/draft-edits.ts'
import { competencyPlace } from '../draft/gap-place.ts'
import { useOpenRow } from '../draft/open-rows.ts'
import { useFollowing } from '../draft/useFollowFocus.ts'
import { CoverageWords } from '../overview/Coverage.tsx'
import { CompetencyTexts } from '../overrides/CompetencyTexts.tsx'
import { OverrideMark } from './OverrideMark.tsx'
import { rowLook, rowTitle } from './row-look.ts'
import { RowTool, RowTools } from './RowTools.tsx'

interface CompetencyRowProps {
  rated: RatedCompetency
  entry: VersionCompetency
  scale: Scale
  place: number
  count: number
  primary: number
  secondary: number
}

/** Asks first when questions would go on asking for something that nobody rates any more. */
const useRemoving = ({ entry, primary, secondary }: CompetencyRowProps, name: string) => {
  const text = useText()
  const { step } = useDraftEngine()
  const { follow } = useFollowing()
  const [asking, setAsking] = useState(false)
  const questions = primary + secondary
  const remove = () => {
    follow('competencies', 'add', text('templateEditor.removed', { name }))
    step(removeCompetency(entry.id))
  }
  const dialog = asking && (
    <ConfirmDialog
      grave
      title={text('templateEditor.unrate.title', { name })}
      verb={text('templateEditor.unrate.verb')}
      work={async () => remove()}
      onClose={() => setAsking(false)}
    >
      {text('templateEditor.unrate.text', { smart_count: questions })}
    </ConfirmDialog>
  )
  return { start: () => (questions > 0 ? setAsking(true) : remove()), dialog }
}

const Tools = ({ name, ...props }: CompetencyRowProps & { name: string }) => {
  const { entry, place, count } = props
  const text = useText()
  const { step } = useDraftEngine()
  const { follow } = useFollowing()
  const { open, toggle } = useOpenRow(entry.id)
  const removing = useRemoving(props, name)
  const move = (to: number, part: string) => {
    follow(entry.id, part, text('templateEditor.moved.competency', { name, place: to + 1, count }))
    step(moveCompetency(entry.id, to))
  }
  return (
    <RowTools>
      <RowTool
        part="up"
        icon={ArrowUpwardOutlined}
        label={text('templateEditor.row.up', { name })}
        idle={place === 0}
        onPress={() => move(place - 1, 'up')}
      />
      <RowTool
        part="down"
        icon={ArrowDownwardOutlined}
        label={text('templateEditor.row.down', { name })}
        idle={place === count - 1}
        onPress={() => move(place + 1, 'down')}
      />
      <RowTool
        part="remove"
        icon={CloseOutlined}
        label={text('templateEditor.row.remove', { name })}
        onPress={removing.start}
      />
      <RowTool
        part="edit"
        icon={open ? ExpandLessOutlined : EditOutlined}
        expanded={open}
        label={text(open ? 'templateEditor.row.close' : 'templateEditor.row.edit', { name })}
        onPress={toggle}
      />
      {removing.dialog}
    </RowTools>
  )
}

/** A competency that is rated: its place, whether anything tells about it, its words. */
export const CompetencyRow = memo((props: CompetencyRowProps) => {
  const { rated, entry, scale, primary, secondary } = props
  const { open } = useOpenRow(entry.id)
  const name = rated.overrides.name ?? entry.name
  const covered: Covered = { competencyId: entry.id, name, primary, secondary }
  return (
    <Box component="li" data-row={entry.id} id={competencyPlace(entry.id)} tabIndex={-1} sx={rowLook}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1 }}>
        <Box sx={{ flex: '1 1 12rem', minWidth: 0 }}>
          <Box sx={rowTitle}>{name}</Box>
          <Box sx={{ fontSize: '0.813rem', display: 'flex', flexWrap: 'wrap', columnGap: 1.5 }}>
            <CoverageWords covered={covered} />
            <OverrideMark overrides={rated.overrides} />
          </Box>
        </Box>
        <Tools {...props} name={name} />
      </Box>
      {open && (
        <Box sx={{ mt: 2 }}>
          <CompetencyTexts rated={rated} entry={entry} scale={scale} />
        </Box>
      )}
    </Box>
  )
})
CompetencyRow.displayName = 'CompetencyRow'
