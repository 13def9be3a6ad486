import type { InterviewTemplateVersion } from '@assay/contracts'
import Box from '@mui/material/Box'
import { memo } from 'react'
import { Moment } from '../components/Moment.tsx'
import { TextLink } from '../components/TextLink.tsx'
import { useText } from '../i18n/text.ts'
import { diffAddress, sheetAddress } from '../interview-templates/template-address.ts'
import { VersionStatusMark } from '../interview-templates/VersionStatusMark.tsx'

interface WhoProps {
  version: InterviewTemplateVersion
}

/** Who did the last step, and when. */
const Who = ({ version }: WhoProps) => {
  const text = useText()
  const { status, createdBy, submittedBy, publishedBy } = version
  const steps = {
    draft: { by: createdBy, at: version.createdAt },
    in_review: { by: submittedBy, at: version.submittedAt },
    published: { by: publishedBy, at: version.publishedAt },
    retired: { by: publishedBy, at: version.retiredAt },
  } as const
  const { by, at } = steps[status]
  return (
    <span>
      {text(`templateEditor.who.${status}`)} {at && <Moment at={at} />}
      {status !== 'retired' &&
        (by ? ` ${text('template.by', { name: by.name })}` : `, ${text('template.byAssay')}`)}
    </span>
  )
}

/** One quiet line under the name: which version, where it stands, who and when, and the ways on from here. */
export const VersionLead = memo(({ version }: WhoProps) => {
  const text = useText()
  const { number, status, basedOn, id } = version
  return (
    <Box
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        columnGap: 2,
        rowGap: 0.5,
        alignItems: 'center',
        fontSize: '0.875rem',
      }}
    >
      <VersionStatusMark status={status}>
        {text('template.openVersion', { status: text(`template.status.${status}`), number })}
      </VersionStatusMark>
      <Who version={version} />
      {basedOn && (
        <TextLink to={diffAddress(id)}>{text('templateEditor.compare', { number: basedOn.number })}</TextLink>
      )}
      <TextLink to={sheetAddress(id)}>{text('templateEditor.sheet')}</TextLink>
    </Box>
  )
})
VersionLead.displayName = 'VersionLead'
