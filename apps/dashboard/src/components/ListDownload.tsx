import Box from '@mui/material/Box'
import { useText } from '../i18n/text.ts'
import { DownloadButton } from './DownloadButton.tsx'

interface ListDownloadProps {
  /** As its address names it: `legal-holds`. */
  list: string
  /** What the part is called in which it stands. */
  title: string
  filter?: object
}

/** Under a list that shows all it has: the same as CSV. */
export const ListDownload = ({ list, title, filter }: ListDownloadProps) => {
  const text = useText()
  return (
    <Box sx={{ mt: 2 }}>
      <DownloadButton
        size="small"
        path={`/${list}/export.csv?${new URLSearchParams({ filter: JSON.stringify(filter ?? {}) })}`}
        fileName={`${list}.csv`}
        label={`${text('list.export')}: ${title}`}
      >
        {text('list.export')}
      </DownloadButton>
    </Box>
  )
}
