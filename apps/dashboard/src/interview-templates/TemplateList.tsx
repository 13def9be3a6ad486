import { type InterviewTemplate, versionStatuses } from '@assay/contracts'
import AddOutlined from '@mui/icons-material/AddOutlined'
import FileUploadOutlined from '@mui/icons-material/FileUploadOutlined'
import ViewQuiltOutlined from '@mui/icons-material/ViewQuiltOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { ListBase, useListContext } from 'ra-core'
import { useState } from 'react'
import { Link } from 'react-router'
import { usePermitted } from '../api/current-session.ts'
import { ArchivedFilter } from '../components/ArchivedFilter.tsx'
import { Blank } from '../components/Blank.tsx'
import { FilterChoice } from '../components/FilterChoice.tsx'
import { FilterText } from '../components/FilterText.tsx'
import { ListFilters } from '../components/ListFilters.tsx'
import { ListFrame } from '../components/ListFrame.tsx'
import { Page } from '../components/Page.tsx'
import { SortChoice } from '../components/SortChoice.tsx'
import { useText } from '../i18n/text.ts'
import { NewTemplateDialog } from './NewTemplateDialog.tsx'
import { TEMPLATES } from './template-address.ts'
import { TemplateRow } from './TemplateRow.tsx'

const Rows = () => {
  const { data = [] } = useListContext<InterviewTemplate>()
  return (
    <Box component="ul" sx={{ m: 0, p: 0, '& > li + li': { borderTop: 1, borderColor: 'divider' } }}>
      {data.map((template) => (
        <Box component="li" key={template.id} sx={{ listStyle: 'none' }}>
          <TemplateRow template={template} />
        </Box>
      ))}
    </Box>
  )
}

const Filters = () => {
  const text = useText()
  return (
    <ListFilters>
      <FilterText field="q" label={text('template.search')} />
      <FilterChoice
        field="status"
        label={text('template.state')}
        options={versionStatuses.map((value) => ({ value, label: text(`template.hasStatus.${value}`) }))}
      />
      <ArchivedFilter />
      <SortChoice nameField="name" />
    </ListFilters>
  )
}

const USES = ['questionId', 'competencyId', 'structureId', 'signalId'] as const

/** Somebody came from an entry of the bank: the list says that it is not the whole. */
const OnlyUses = () => {
  const text = useText()
  const { filterValues } = useListContext()
  const set = filterValues as Record<string, unknown>
  if (!USES.some((field) => set[field] !== undefined)) return null
  return (
    <Typography color="textSecondary" sx={{ mb: 1.5 }}>
      {text('template.uses')}
    </Typography>
  )
}

const Actions = ({ onAdd }: { onAdd: () => void }) => {
  const text = useText()
  const mayImport = usePermitted('interview-templates.manage')
  const mayAdd = usePermitted('interview-templates.propose')
  return (
    <>
      {mayImport && (
        <Button
          component={Link}
          to={`${TEMPLATES}/import`}
          variant="outlined"
          startIcon={<FileUploadOutlined />}
        >
          {text('template.import')}
        </Button>
      )}
      {mayAdd && (
        <Button variant="contained" startIcon={<AddOutlined />} onClick={onAdd}>
          {text('template.add')}
        </Button>
      )}
    </>
  )
}

export const TemplateList = () => {
  const text = useText()
  const [adding, setAdding] = useState(false)
  const actions = <Actions onAdd={() => setAdding(true)} />
  return (
    <Page title={text('template.title')} lead={text('template.lead')} actions={actions}>
      <ListBase
        resource="interview-templates"
        storeKey={false}
        sort={{ field: 'name', order: 'ASC' }}
        perPage={50}
        disableAuthentication
      >
        <Filters />
        <OnlyUses />
        <ListFrame
          exported
          count="template.count"
          empty={
            <Blank icon={ViewQuiltOutlined} title={text('template.emptyTitle')} action={actions}>
              {text('template.emptyText')}
            </Blank>
          }
        >
          <Rows />
        </ListFrame>
      </ListBase>
      {adding && <NewTemplateDialog onClose={() => setAdding(false)} />}
    </Page>
  )
}
