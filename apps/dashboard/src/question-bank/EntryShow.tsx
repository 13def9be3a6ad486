import type { FieldValues } from 'react-hook-form'
import EditOutlined from '@mui/icons-material/EditOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { Link } from 'react-router'
import { usePermitted } from '../api/current-session.ts'
import { Moment } from '../components/Moment.tsx'
import { Notice } from '../components/Notice.tsx'
import { Page } from '../components/Page.tsx'
import { formatDate } from '../i18n/formats.ts'
import { TextLink } from '../components/TextLink.tsx'
import { useListAddress } from '../components/useListAddress.ts'
import { useText } from '../i18n/text.ts'
import { TEMPLATES } from '../interview-templates/template-address.ts'
import { ArchiveButton } from './ArchiveButton.tsx'
import { BackTo } from '../components/BackTo.tsx'
import { bankAddress, type BankKind, type BankRow, type BankResource } from './bank-kind.ts'
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

/** Which filter of the templates finds those that have such an entry. */
const filterOf: Partial<Record<BankResource, string>> = {
  questions: 'questionId',
  competencies: 'competencyId',
  'answer-structures': 'structureId',
  signals: 'signalId',
}

const Usage = ({ resource, row: { id, templates } }: { resource: BankResource; row: BankRow }) => {
  const text = useText()
  const field = filterOf[resource]
  if (templates === undefined || field === undefined) return null
  if (templates === 0) return <span>{text('bank.usedNowhere')}</span>
  const filter = encodeURIComponent(JSON.stringify({ [field]: id }))
  return (
    <TextLink to={`${TEMPLATES}?filter=${filter}`}>
      {text('bank.usedIn', { smart_count: templates })}
    </TextLink>
  )
}

const Reading = <Row extends BankRow, Values extends FieldValues>({
  kind,
  row,
}: ReadingProps<Row, Values>) => {
  const text = useText()
  const mayManage = usePermitted('question-bank.manage')
  const back = useListAddress(bankAddress(kind.resource))
  const { resource, Facts } = kind
  return (
    <Page
      title={kind.titleOf(row)}
      above={<BackTo to={back}>{text(`bank.kind.${resource}.tab`)}</BackTo>}
      lead={
        <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, rowGap: 0.5, alignItems: 'baseline' }}>
          <Facts row={row} />
          <Usage resource={resource} row={row} />
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
