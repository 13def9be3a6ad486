import { applicationStatuses } from '@assay/contracts'
import Box from '@mui/material/Box'
import { Choice } from '../components/Choice.tsx'
import { CheckSet } from '../components/CheckSet.tsx'
import { useText } from '../i18n/text.ts'
import { notPrinted } from '../scorecards/reading/reading-print.ts'
import { type Competency, orders } from './comparison-words.ts'
import { type useComparisonAddress, views } from './useComparisonAddress.ts'

type ControlsProps = ReturnType<typeof useComparisonAddress> & { competencies: readonly Competency[] }

const Competencies = ({ address, change, competencies }: ControlsProps) => {
  const text = useText()
  const all = competencies.map(({ id }) => id)
  const shown = address.competencies ?? all
  const label = text('comparison.competencies')
  return (
    <Box component="details" sx={{ '& > summary': { cursor: 'pointer', py: 0.75, fontWeight: 600 } }}>
      <summary>
        {shown.length === all.length
          ? label
          : text('comparison.competenciesSome', { shown: shown.length, all: all.length })}
      </summary>
      <CheckSet
        titled
        label={label}
        options={competencies.map(({ id, name }) => ({ value: id, label: name }))}
        value={shown}
        onChange={(chosen) => change({ competencies: chosen.length === all.length ? null : chosen })}
      />
    </Box>
  )
}

/** How somebody wants to look at it. There is no order and no filter by a figure. */
export const Controls = (props: ControlsProps) => {
  const text = useText()
  const { address, change, competencies } = props
  const { view, order, status } = address
  return (
    <Box component="search" sx={{ ...notPrinted, display: 'grid', gap: 1, mb: 2 }}>
      <Box
        sx={{
          display: 'grid',
          gap: 1.5,
          maxWidth: 720,
          gridTemplateColumns: { xs: 'repeat(2, minmax(0, 1fr))', sm: 'repeat(3, minmax(0, 1fr))' },
          '& > :first-of-type': { gridColumn: { xs: '1 / -1', sm: 'auto' } },
        }}
      >
        <Choice
          size="small"
          label={text('comparison.view.label')}
          value={view}
          options={views.map((value) => ({ value, label: text(`comparison.view.${value}`) }))}
          onChange={({ target }) => change({ view: views.find((one) => one === target.value) ?? 'table' })}
        />
        <Choice
          size="small"
          label={text('comparison.order.label')}
          value={order}
          options={orders.map((value) => ({ value, label: text(`comparison.order.${value}`) }))}
          onChange={({ target }) => change({ order: orders.find((one) => one === target.value) ?? 'name' })}
        />
        <Choice
          size="small"
          label={text('comparison.status')}
          value={status ?? ''}
          options={[
            { value: '', label: text('comparison.anyStatus') },
            ...applicationStatuses.map((value) => ({ value, label: text(`application.status.${value}`) })),
          ]}
          onChange={({ target }) =>
            change({ status: applicationStatuses.find((one) => one === target.value) ?? null })
          }
        />
      </Box>
      {view !== 'dots' && competencies.length > 0 && <Competencies {...props} />}
    </Box>
  )
}
