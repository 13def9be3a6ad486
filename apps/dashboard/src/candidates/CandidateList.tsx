import type { Candidate } from '@assay/contracts'
import AddOutlined from '@mui/icons-material/AddOutlined'
import GroupsOutlined from '@mui/icons-material/GroupsOutlined'
import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { ListBase, useListContext } from 'ra-core'
import { Link } from 'react-router'
import { usePermitted } from '../api/current-session.ts'
import { IMPORTS } from '../candidate-imports/import-requests.ts'
import { Blank } from '../components/Blank.tsx'
import { ListFrame } from '../components/ListFrame.tsx'
import { Page } from '../components/Page.tsx'
import { useText } from '../i18n/text.ts'
import { SavedViews } from '../saved-views/SavedViews.tsx'
import { CANDIDATES } from './candidate-requests.ts'
import { CandidateFilters } from './CandidateFilters.tsx'
import { CandidateRow } from './CandidateRow.tsx'

const Rows = () => {
  const { data = [] } = useListContext<Candidate>()
  return (
    <Box component="ul" sx={{ m: 0, p: 0, '& > li + li': { borderTop: 1, borderColor: 'divider' } }}>
      {data.map((candidate) => (
        <Box component="li" key={candidate.id} sx={{ listStyle: 'none' }}>
          <CandidateRow candidate={candidate} />
        </Box>
      ))}
    </Box>
  )
}

/** Everybody whom one may see, to be searched, filtered and opened. */
export const CandidateList = () => {
  const text = useText()
  const mayManage = usePermitted('candidates.manage')
  const mayImport = usePermitted('candidates.import')
  const bring = mayImport && (
    <Button component={Link} to={IMPORTS} variant="outlined" startIcon={<UploadFileOutlined />}>
      {text('candidateImport.open')}
    </Button>
  )
  const add = mayManage && (
    <Button component={Link} to={`${CANDIDATES}/new`} variant="contained" startIcon={<AddOutlined />}>
      {text('candidate.add')}
    </Button>
  )
  return (
    <Page
      title={text('candidate.title')}
      lead={text(mayManage ? 'candidate.lead' : 'candidate.ownLead')}
      actions={
        <>
          {bring}
          {add}
        </>
      }
    >
      <ListBase
        resource="candidates"
        storeKey={false}
        sort={{ field: 'createdAt', order: 'DESC' }}
        perPage={25}
        disableAuthentication
      >
        <CandidateFilters />
        <SavedViews resource="candidates" />
        <ListFrame
          exported
          count="candidate.count"
          empty={
            <Blank
              icon={GroupsOutlined}
              title={text(mayManage ? 'candidate.emptyTitle' : 'candidate.ownEmptyTitle')}
              action={
                <>
                  {bring}
                  {add}
                </>
              }
            >
              {text(mayManage ? 'candidate.emptyText' : 'candidate.ownEmptyText')}
            </Blank>
          }
        >
          <Rows />
        </ListFrame>
      </ListBase>
    </Page>
  )
}
