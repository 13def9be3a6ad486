import type { Area } from '@assay/contracts'
import CategoryOutlined from '@mui/icons-material/CategoryOutlined'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { ListBase, useListContext } from 'ra-core'
import { Blank } from '../../components/Blank.tsx'
import { FilterText } from '../../components/FilterText.tsx'
import { ListFilters } from '../../components/ListFilters.tsx'
import { ListFrame } from '../../components/ListFrame.tsx'
import { Prose } from '../../components/Prose.tsx'
import { useText } from '../../i18n/text.ts'
import { BankFrame } from '../BankFrame.tsx'
import { FilteredLink } from '../FilteredLink.tsx'

const Row = ({ area }: { area: Area }) => {
  const text = useText()
  return (
    <Box
      component="li"
      sx={{ listStyle: 'none', px: 2, py: 1.5, '& + &': { borderTop: 1, borderColor: 'divider' } }}
    >
      <Typography variant="h4" component="h2">
        {area.name}
      </Typography>
      <Typography variant="body2" color="textSecondary" component="div" sx={{ maxWidth: '80ch' }}>
        <Prose>{area.definition}</Prose>
      </Typography>
      <Box sx={{ mt: 0.5, display: 'flex', flexWrap: 'wrap', columnGap: 2, fontSize: '0.813rem' }}>
        <FilteredLink resource="questions" filter={{ area: area.key }}>
          {text('bank.areaQuestions')}
        </FilteredLink>
        <FilteredLink resource="competencies" filter={{ area: area.key }}>
          {text('bank.areaCompetencies')}
        </FilteredLink>
      </Box>
    </Box>
  )
}

const Rows = () => {
  const { data = [] } = useListContext<Area>()
  return (
    <Box component="ul" sx={{ m: 0, p: 0 }}>
      {data.map((area) => (
        <Row key={area.id} area={area} />
      ))}
    </Box>
  )
}

/** What a panel judges across questions. They come with the product; questions and competencies name them. */
export const AreaList = () => {
  const text = useText()
  return (
    <BankFrame part="areas">
      <ListBase
        resource="areas"
        storeKey={false}
        sort={{ field: 'position', order: 'ASC' }}
        perPage={50}
        disableAuthentication
      >
        <ListFilters>
          <FilterText field="q" label={text('bank.search')} />
        </ListFilters>
        <ListFrame
          exported
          count="bank.kind.areas.count"
          empty={
            <Blank icon={CategoryOutlined} title={text('bank.kind.areas.emptyTitle')}>
              {text('bank.kind.areas.emptyText')}
            </Blank>
          }
        >
          <Rows />
        </ListFrame>
      </ListBase>
    </BankFrame>
  )
}
