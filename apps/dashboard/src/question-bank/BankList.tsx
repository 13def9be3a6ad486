import AddOutlined from '@mui/icons-material/AddOutlined'
import MenuBookOutlined from '@mui/icons-material/MenuBookOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { ListBase, useListContext, type SortPayload } from 'ra-core'
import type { ComponentType, ReactNode } from 'react'
import { Link } from 'react-router'
import { usePermitted } from '../api/current-session.ts'
import { Blank } from '../components/Blank.tsx'
import { FilterText } from '../components/FilterText.tsx'
import { ListFilters } from '../components/ListFilters.tsx'
import { ListFrame } from '../components/ListFrame.tsx'
import { useText } from '../i18n/text.ts'
import { ArchivedFilter } from '../components/ArchivedFilter.tsx'
import { bankAddress, type BankResource, type BankRow } from './bank-kind.ts'
import { BankFrame } from './BankFrame.tsx'
import { SortChoice } from '../components/SortChoice.tsx'

interface BankListProps<Row extends BankRow> {
  resource: BankResource
  nameField: string
  filters?: ReactNode
  Item: ComponentType<{ row: Row }>
}

const Rows = <Row extends BankRow>({ Item }: Pick<BankListProps<Row>, 'Item'>) => {
  const { data = [] } = useListContext<Row>()
  return (
    <Box component="ul" sx={{ m: 0, p: 0, '& > li + li': { borderTop: 1, borderColor: 'divider' } }}>
      {data.map((one) => (
        <Box component="li" key={one.id} sx={{ listStyle: 'none' }}>
          <Item row={one} />
        </Box>
      ))}
    </Box>
  )
}

/** A list of the bank: search, what the kind is filtered by, order, and rows that lead to their entry. */
export const BankList = <Row extends BankRow>({ resource, nameField, filters, Item }: BankListProps<Row>) => {
  const text = useText()
  const sort: SortPayload = { field: nameField, order: 'ASC' }
  const add = usePermitted('question-bank.manage') && (
    <Button
      component={Link}
      to={bankAddress(resource, 'new')}
      variant="contained"
      startIcon={<AddOutlined />}
    >
      {text(`bank.kind.${resource}.add`)}
    </Button>
  )
  return (
    <BankFrame part={resource} actions={add}>
      <ListBase resource={resource} storeKey={false} sort={sort} perPage={50} disableAuthentication>
        <ListFilters>
          <FilterText field="q" label={text('bank.search')} />
          {filters}
          <ArchivedFilter />
          <SortChoice nameField={nameField} />
        </ListFilters>
        <ListFrame
          exported
          count={`bank.kind.${resource}.count`}
          empty={
            <Blank icon={MenuBookOutlined} title={text(`bank.kind.${resource}.emptyTitle`)} action={add}>
              {text(`bank.kind.${resource}.emptyText`)}
            </Blank>
          }
        >
          <Rows Item={Item} />
        </ListFrame>
      </ListBase>
    </BankFrame>
  )
}
