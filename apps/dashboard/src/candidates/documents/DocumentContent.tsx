import type { Candidate, CandidateDocument } from '@assay/contracts'
import Box from '@mui/material/Box'
import { lazy, Suspense } from 'react'
import { PageLoading } from '../../components/PageLoading.tsx'
import { DocumentText } from './DocumentText.tsx'

/** Loaded with the first PDF that somebody opens, and on no other page. */
const PdfPages = lazy(async () => await import('./pages/PdfPages.tsx'))

interface DocumentContentProps {
  document: CandidateDocument
  candidate: Candidate
}

const beside = {
  mt: 2,
  display: 'grid',
  gap: 2,
  alignItems: 'start',
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 3fr) minmax(0, 2fr)' },
} as const

/** What is in a document: of a PDF its pages, and beside them the text that was read. */
export const DocumentContent = ({ document, candidate }: DocumentContentProps) => {
  const words = document.state === 'read' && <DocumentText document={document} candidate={candidate} />
  if (document.format !== 'pdf') return words
  return (
    <Box sx={words ? beside : { mt: 2 }}>
      <Box sx={{ minWidth: 0 }}>
        <Suspense fallback={<PageLoading />}>
          <PdfPages document={document} />
        </Suspense>
      </Box>
      {words && <Box sx={{ minWidth: 0, '& > div': { mt: 0 } }}>{words}</Box>}
    </Box>
  )
}
