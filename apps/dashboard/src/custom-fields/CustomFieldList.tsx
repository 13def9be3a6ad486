import { type CustomField, MAX_CUSTOM_FIELDS } from '@assay/contracts'
import AddOutlined from '@mui/icons-material/AddOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useGetList } from 'ra-core'
import { Link } from 'react-router'
import { DownloadButton } from '../components/DownloadButton.tsx'
import { PageLoading } from '../components/PageLoading.tsx'
import { ProblemState } from '../components/ProblemState.tsx'
import { Section } from '../components/Section.tsx'
import { TextLink } from '../components/TextLink.tsx'
import { formatList } from '../i18n/formats.ts'
import { useText } from '../i18n/text.ts'
import { OrganizationFrame } from '../organization/OrganizationFrame.tsx'
import { RestoreField } from './CustomFieldKeeping.tsx'
import { CUSTOM_FIELDS, fieldAddress } from './custom-field-requests.ts'
import { FieldOrder } from './FieldOrder.tsx'

const useFields = (archived: boolean) =>
  useGetList<CustomField>('custom-fields', {
    pagination: { page: 1, perPage: archived ? 500 : MAX_CUSTOM_FIELDS },
    sort: { field: archived ? 'name' : 'position', order: 'ASC' },
    filter: { archived },
  })

const FieldLine = ({ field: { id, name, kind, choices } }: { field: CustomField }) => {
  const text = useText()
  const of = choices.length > 0 && formatList(choices.map((one) => one.name))
  return (
    <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
      <TextLink to={fieldAddress(id)} underline="hover" sx={{ fontWeight: 600, color: 'text.primary' }}>
        {name}
      </TextLink>
      <Box sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>
        {[text(`customField.kind.${kind}`), of].filter(Boolean).join(': ')}
      </Box>
    </Box>
  )
}

const Live = () => {
  const text = useText()
  const { data, error, refetch } = useFields(false)
  if (!data) return error ? <ProblemState error={error} onRetry={() => void refetch()} /> : <PageLoading />
  if (data.length === 0) return <Typography color="textSecondary">{text('customField.none')}</Typography>
  return <FieldOrder fields={data}>{(field) => <FieldLine field={field} />}</FieldOrder>
}

const archivedRow = {
  listStyle: 'none',
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) auto',
  alignItems: 'center',
  gap: 1,
  py: 1,
  '& + &': { borderTop: 1, borderColor: 'divider' },
} as const

/** Nothing is shown while nothing was put away. */
const Archived = () => {
  const text = useText()
  const { data = [] } = useFields(true)
  if (data.length === 0) return null
  return (
    <Section title={text('customField.archivedPart')} about={text('customField.archivedAbout')}>
      <Box component="ul" sx={{ m: 0, p: 0 }}>
        {data.map((field) => (
          <Box component="li" key={field.id} sx={archivedRow}>
            <FieldLine field={field} />
            <RestoreField field={field} />
          </Box>
        ))}
      </Box>
    </Section>
  )
}

/** What the organization asks of candidates, in its order; and what it asked once. */
export const CustomFieldList = () => {
  const text = useText()
  const actions = (
    <>
      <DownloadButton path="/custom-fields/export.csv" fileName="custom-fields.csv">
        {text('list.export')}
      </DownloadButton>
      <Button component={Link} to={`${CUSTOM_FIELDS}/new`} variant="contained" startIcon={<AddOutlined />}>
        {text('customField.add')}
      </Button>
    </>
  )
  return (
    <OrganizationFrame part="customFields" actions={actions}>
      <Section title={text('customField.live')} about={text('customField.liveAbout')}>
        <Live />
      </Section>
      <Archived />
    </OrganizationFrame>
  )
}
