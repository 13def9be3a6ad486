import type { Candidate, CandidateDocument } from '@assay/contracts'
import DescriptionOutlined from '@mui/icons-material/DescriptionOutlined'
import HourglassEmptyOutlined from '@mui/icons-material/HourglassEmptyOutlined'
import WarningAmberOutlined from '@mui/icons-material/WarningAmberOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useId, useState } from 'react'
import { DownloadButton } from '../../components/DownloadButton.tsx'
import { Moment } from '../../components/Moment.tsx'
import { StatusMark } from '../../components/StatusMark.tsx'
import { formatMoment, formatNumber } from '../../i18n/formats.ts'
import { useText } from '../../i18n/text.ts'
import { fileAddress } from './document-requests.ts'
import { DocumentContent } from './DocumentContent.tsx'
import { DocumentKeeping } from './DocumentKeeping.tsx'

type OfDocument = { document: CandidateDocument }

const looks = {
  reading: { icon: HourglassEmptyOutlined, color: 'text.secondary', ground: 'surface.sunken' },
  read: { icon: DescriptionOutlined, color: 'success.main', ground: 'tint.success' },
  unreadable: { icon: WarningAmberOutlined, color: 'brass.text', ground: 'tint.brass' },
} as const

const quiet = { color: 'text.secondary', fontSize: '0.875rem' } as const
const KILOBYTE = 1_000

const Origin = ({ document: { kind, format, bytes, addedAt, addedByName } }: OfDocument) => {
  const text = useText()
  return (
    <Box sx={{ ...quiet, display: 'flex', flexWrap: 'wrap', columnGap: 1.5 }}>
      <span>{text(`document.kind.${kind}`)}</span>
      <span>{text(`document.format.${format}`)}</span>
      <span>{text('document.size', { size: formatNumber(Math.ceil(bytes / KILOBYTE)) })}</span>
      <span>
        {addedByName ? text('document.addedBy', { name: addedByName }) : text('document.added')}{' '}
        <Moment at={addedAt} relative />
      </span>
    </Box>
  )
}

const Removal = ({ document: { removalReason, restorableUntil } }: OfDocument) => {
  const text = useText()
  return (
    <Box sx={quiet}>
      {removalReason && <div>{text('document.removedBecause', { reason: removalReason })}</div>}
      {restorableUntil && <div>{text('document.until', { moment: formatMoment(restorableUntil) })}</div>}
    </Box>
  )
}

/** One document: what it is, whether it could be read, and what can be done with it. */
export const DocumentRow = ({ document, candidate }: OfDocument & { candidate: Candidate }) => {
  const text = useText()
  const shown = useId()
  const [open, setOpen] = useState(false)
  const { id, name, format, state, unreadableBecause, removedAt } = document
  // The pages of a PDF can be looked at whether or not letters were found on them.
  const isReadable = (state === 'read' || format === 'pdf') && removedAt === null
  const show = format === 'pdf' ? 'document.open' : 'document.show'
  return (
    <Box component="li" sx={{ listStyle: 'none', py: 1.5 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5, rowGap: 0.5, alignItems: 'center' }}>
        <Box component="h3" sx={{ m: 0, font: 'inherit', fontWeight: 600, overflowWrap: 'anywhere' }}>
          {name}
        </Box>
        <StatusMark look={looks[state]}>{text(`document.state.${state}`)}</StatusMark>
      </Box>
      <Origin document={document} />
      {unreadableBecause && <Box sx={quiet}>{text(`document.because.${unreadableBecause}`)}</Box>}
      {removedAt !== null && <Removal document={document} />}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}>
        {isReadable && (
          <Button
            size="small"
            variant="outlined"
            aria-expanded={open}
            aria-controls={open ? shown : undefined}
            aria-label={text(`${show}Of`, { name })}
            onClick={() => setOpen(!open)}
          >
            {text(show)}
          </Button>
        )}
        {removedAt === null && (
          <DownloadButton
            size="small"
            path={fileAddress(id)}
            fileName={name}
            label={text('document.downloadOf', { name })}
          >
            {text('document.download')}
          </DownloadButton>
        )}
        <DocumentKeeping document={document} />
      </Box>
      {isReadable && open && (
        <div id={shown}>
          <DocumentContent document={document} candidate={candidate} />
        </div>
      )}
    </Box>
  )
}
