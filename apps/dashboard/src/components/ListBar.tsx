import ChevronLeftOutlined from '@mui/icons-material/ChevronLeftOutlined'
import ChevronRightOutlined from '@mui/icons-material/ChevronRightOutlined'
import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import Typography from '@mui/material/Typography'
import { useListContext } from 'ra-core'
import { formatNumber } from '../i18n/formats.ts'
import { useText, type TextKey } from '../i18n/text.ts'
import { ExportButton } from './ExportButton.tsx'

const CAP = 10_000

const Pages = ({ pages, capped }: { pages: number; capped: boolean }) => {
  const text = useText()
  const { page, setPage } = useListContext()
  return (
    <Box
      component="nav"
      aria-label={text('list.pages')}
      sx={{ display: 'flex', alignItems: 'center', gap: 0.5 }}
    >
      <IconButton
        size="small"
        aria-label={text('list.previous')}
        disabled={page <= 1}
        onClick={() => setPage(page - 1)}
      >
        <ChevronLeftOutlined />
      </IconButton>
      <Typography variant="body2">
        {capped ? text('list.pageCapped', { page: formatNumber(page) }) : text('list.page', { page, pages })}
      </Typography>
      <IconButton
        size="small"
        aria-label={text('list.next')}
        disabled={page >= pages}
        onClick={() => setPage(page + 1)}
      >
        <ChevronRightOutlined />
      </IconButton>
    </Box>
  )
}

const bar = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 1,
  px: 2,
  py: 1.25,
  borderTop: 1,
  borderColor: 'divider',
} as const

/** Under a list: how much there is, where one is in it, and the way on. Says when the total is only "more than". */
export const ListBar = ({
  count = 'list.count',
  exported,
}: {
  count?: TextKey | undefined
  exported: boolean
}) => {
  const text = useText()
  const { perPage, total = 0, meta } = useListContext()
  const capped = (meta as { capped?: boolean } | undefined)?.capped === true
  const known = capped ? Math.min(CAP, total) : total
  const pages = Math.max(1, Math.ceil(known / perPage))
  return (
    <Box sx={bar}>
      <Typography variant="body2" color="textSecondary" component="output" sx={{ flexGrow: 1 }}>
        {capped
          ? text('list.countCapped', { count: formatNumber(known) })
          : text(count, { smart_count: total, count: formatNumber(total) })}
      </Typography>
      {exported && <ExportButton />}
      {pages > 1 && <Pages pages={pages} capped={capped} />}
    </Box>
  )
}
