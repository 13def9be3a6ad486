import { type CandidateImport, IMPORT_TEXT_DAYS } from '@assay/contracts'
import HistoryOutlined from '@mui/icons-material/HistoryOutlined'
import Box from '@mui/material/Box'
import { ListBase, useListContext } from 'ra-core'
import { BackTo } from '../components/BackTo.tsx'
import { Blank } from '../components/Blank.tsx'
import { ListFrame } from '../components/ListFrame.tsx'
import { Page } from '../components/Page.tsx'
import { WideSection } from '../components/WideSection.tsx'
import { useText } from '../i18n/text.ts'
import { FileChoice } from './FileChoice.tsx'
import { ImportRow } from './ImportRow.tsx'
import { ImportSteps } from './ImportSteps.tsx'

const Rows = () => {
  const { data = [] } = useListContext<CandidateImport>()
  return (
    <Box component="ul" sx={{ m: 0, p: 0, '& > li + li': { borderTop: 1, borderColor: 'divider' } }}>
      {data.map((row) => (
        <Box component="li" key={row.id} sx={{ listStyle: 'none' }}>
          <ImportRow row={row} />
        </Box>
      ))}
    </Box>
  )
}

/** A file is chosen here; those before it are below. */
export const ImportStart = () => {
  const text = useText()
  return (
    <Page
      title={text('candidateImport.title')}
      lead={text('candidateImport.lead')}
      above={<BackTo to="/candidates">{text('candidateImport.backToCandidates')}</BackTo>}
    >
      <ImportSteps at="file" />
      <FileChoice />
      <Box sx={{ mt: 4 }}>
        <WideSection
          title={text('candidateImport.past')}
          about={text('candidateImport.pastAbout', { days: IMPORT_TEXT_DAYS })}
        >
          <ListBase
            resource="candidate-imports"
            storeKey={false}
            sort={{ field: 'createdAt', order: 'DESC' }}
            perPage={25}
            disableAuthentication
          >
            <ListFrame
              count="candidateImport.count"
              empty={
                <Blank icon={HistoryOutlined} title={text('candidateImport.noneTitle')} heading="h2">
                  {text('candidateImport.noneText')}
                </Blank>
              }
            >
              <Rows />
            </ListFrame>
          </ListBase>
        </WideSection>
      </Box>
    </Page>
  )
}
