import type { FieldValues } from 'react-hook-form'
import EditOutlined from '@mui/icons-material/EditOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { Link, useLocation } from 'react-router'
import { usePermitted } from '../api/current-session.ts'
import { Moment } from '../components/Moment.tsx'
import { Notice } from '../components/Notice.tsx'
import { Page } from '../components/Page.tsx'
import { formatDate } from '../i18n/formats.ts'
import { useText } from '../i18n/text.ts'
import { ArchiveButton } from './ArchiveButton.tsx'
import { BackTo } from '../components/BackTo.tsx'
import { bankAddress, type BankKind, type BankRow } from './bank-kind.ts'
import { BankEntry } from './BankEntry.tsx'
import { Origin } from './Origin.tsx'
import { RemoveButton } from './RemoveButton.tsx'

interface ReadingProps<Row extends BankRow, Values extends FieldValues> {
  kind: BankKind<Row, Values>
  row: Row
}

const Actions = <Row extends BankRow, Values extends FieldValues>({
  kind,
  row,
}: ReadingProps<Row, Values>) => {
  const text = useText()
  const { resource } = kind
  return (
    <>
      {row.key === null && !row.templates && (
        <RemoveButton resource={resource} row={row} title={kind.titleOf(row)} />
      )}
      <ArchiveButton resource={resource} row={row} title={kind.titleOf(row)} />
      <Button
        component={Link}
        to={bankAddress(resource, row.id, 'edit')}
        variant="contained"
        startIcon={<EditOutlined />}
      >
        {text('bank.edit')}
      </Button>
    </>
  )
}

const Reading = <Row extends BankRow, Values extends FieldValues>({
  kind,
  row,
}: ReadingProps<Row, Values>) => {
  const text = useText()
  const mayManage = usePermitted('question-bank.manage')
  const { list = '' } = (useLocation().state ?? {}) as { list?: string }
  const { resource, Facts } = kind
  return (
    <Page
      title={kind.titleOf(row)}
      above={<BackTo to={bankAddress(resource) + list}>{text(`bank.kind.${resource}.tab`)}</BackTo>}
      lead={
        <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, rowGap: 0.5, alignItems: 'baseline' }}>
          <Facts row={row} />
          {row.templates !== undefined && (
            <span>
              {text(row.templates === 0 ? 'bank.usedNowhere' : 'bank.usedIn', { smart_count: row.templates })}
            </span>
          )}
          <Origin row={row} />
        </Box>
      }
      actions={mayManage && <Actions kind={kind} row={row} />}
    >
      {row.archivedAt && (
        <Box sx={{ mb: 3 }}>
          <Notice kind="info" title={text('bank.archivedTitle', { day: formatDate(row.archivedAt) })}>
            {text('bank.archivedText')}
          </Notice>
        </Box>
      )}
      <kind.Reading row={row} />
      <Box sx={{ mt: 3, color: 'text.secondary', fontSize: '0.813rem' }}>
        {text('bank.changed')} <Moment at={row.updatedAt} />
      </Box>
    </Page>
  )
}

/** One entry, to be read. */
export const EntryShow = <Row extends BankRow, Values extends FieldValues>({
  kind,
}: {
  kind: BankKind<Row, Values>
}) => <BankEntry<Row> resource={kind.resource}>{(row) => <Reading kind={kind} row={row} />}</BankEntry>
