import SearchOffOutlined from '@mui/icons-material/SearchOffOutlined'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import { useListContext } from 'ra-core'
import type { ReactNode } from 'react'
import { useText, type TextKey } from '../i18n/text.ts'
import { Blank } from './Blank.tsx'
import { ListBar } from './ListBar.tsx'
import { PageLoading } from './PageLoading.tsx'
import { ProblemState } from './ProblemState.tsx'

const NothingFits = () => {
  const text = useText()
  const { setFilters } = useListContext()
  return (
    <Blank
      icon={SearchOffOutlined}
      title={text('list.noneTitle')}
      action={
        <Button variant="outlined" onClick={() => setFilters({})}>
          {text('list.clear')}
        </Button>
      }
    >
      {text('list.noneText')}
    </Blank>
  )
}

/** The rows of a list in whichever state they are: awaited, broken, none at all, none that fit, or there. */
export const ListFrame = ({
  empty,
  count,
  exported = false,
  children,
}: {
  empty: ReactNode
  count?: TextKey
  /** The server gives this list as CSV. */
  exported?: boolean
  children: ReactNode
}) => {
  const { isPending, error, data, total, filterValues, refetch } = useListContext()
  const filtered = Object.keys(filterValues as object).length > 0
  const inside = () => {
    if (error && !data) return <ProblemState error={error} onRetry={() => void refetch()} />
    if (isPending) return <PageLoading />
    if (total === 0) return filtered ? <NothingFits /> : empty
    return (
      <>
        {children}
        <ListBar count={count} exported={exported} />
      </>
    )
  }
  return (
    <Paper variant="outlined" sx={{ borderRadius: 1.5, overflow: 'hidden' }}>
      {inside()}
    </Paper>
  )
}
