import { useListContext } from 'ra-core'
import { useText } from '../i18n/text.ts'
import { DownloadButton } from './DownloadButton.tsx'

/** The whole list as CSV, filtered and in order as it is shown. */
export const ExportButton = () => {
  const text = useText()
  const { resource, sort, filter, filterValues } = useListContext()
  const query = new URLSearchParams({
    sort: JSON.stringify([sort.field, sort.order]),
    filter: JSON.stringify({ ...(filterValues as object), ...filter }),
  })
  return (
    <DownloadButton size="small" path={`/${resource}/export.csv?${query}`} fileName={`${resource}.csv`}>
      {text('list.export')}
    </DownloadButton>
  )
}
