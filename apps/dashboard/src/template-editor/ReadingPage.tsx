import {
  bankEntries,
  minutesOf,
  writeOut,
  type InterviewTemplateVersion,
  type VersionContent,
} from '@assay/contracts'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { Notice } from '../components/Notice.tsx'
import { Page } from '../components/Page.tsx'
import { Prose } from '../components/Prose.tsx'
import { useText } from '../i18n/text.ts'
import { templateAddress } from '../interview-templates/template-address.ts'
import { BackTo } from '../components/BackTo.tsx'
import type { LeftCopies } from '../drafts/useLeftCopies.ts'
import { LeftNotice } from './notices/LeftNotice.tsx'
import { ReturnNotice } from './notices/EditorNotices.tsx'
import { MinutesMeter } from './overview/MinutesMeter.tsx'
import { InterviewPreview } from './preview/InterviewPreview.tsx'
import { reasonId, VersionSteps } from './steps/VersionSteps.tsx'
import { VersionLead } from './VersionLead.tsx'

/** What it says: frozen, or as somebody else is writing it. */
const contentOf = ({ content, draft, bank }: InterviewTemplateVersion): VersionContent | null => {
  if (content || !draft || !bank) return content
  const written = writeOut(draft, bankEntries(bank))
  return written.complete ? written.content : null
}

const Facts = ({ version, content }: { version: InterviewTemplateVersion; content: VersionContent }) => {
  const text = useText()
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 5, rowGap: 2, mb: 3 }}>
      {version.note && (
        <Box sx={{ flex: '1 1 320px', maxWidth: '72ch' }}>
          <Typography variant="subtitle2" component="h2">
            {text('templatePage.note')}
          </Typography>
          <Typography component="div">
            <Prose>{version.note}</Prose>
          </Typography>
        </Box>
      )}
      <Box sx={{ flex: '0 1 260px' }}>
        <MinutesMeter minutes={minutesOf(content)} duration={content.durationMinutes} />
        <Typography variant="body2" color="textSecondary" sx={{ mt: 0.75 }}>
          {text(content.scale === 5 ? 'templateEditor.scale.five' : 'templateEditor.scale.four')}
        </Typography>
      </Box>
    </Box>
  )
}

const whyReadOnly = ({ status, may }: InterviewTemplateVersion): string | null =>
  status === 'draft' ? may.edit.because : null

/** Why this draft is only read here. */
const ReadOnly = ({ version }: { version: InterviewTemplateVersion }) => {
  const text = useText()
  const because = whyReadOnly(version)
  if (because === null) return null
  return (
    <Box sx={{ mb: 2 }}>
      <Notice kind="info" title={text('templateEditor.readOnly')}>
        <span id={reasonId(because)}>{because}</span>
      </Notice>
    </Box>
  )
}

interface ReadingPageProps {
  version: InterviewTemplateVersion
  left: LeftCopies
}

/** A version that is not written on here: word for word as the interviewer sees it, with where it stands. */
export const ReadingPage = ({ version, left }: ReadingPageProps) => {
  const text = useText()
  const content = contentOf(version)
  return (
    <Page
      title={version.template.name}
      above={<BackTo to={templateAddress(version.templateId)}>{text('templateEditor.back')}</BackTo>}
      lead={<VersionLead version={version} />}
      actions={<VersionSteps version={version} gaps={version.gaps} said={whyReadOnly(version)} />}
    >
      <ReadOnly version={version} />
      <Box sx={{ display: 'grid', gap: 1.5, mb: 2, '&:empty': { display: 'none' } }}>
        <LeftNotice version={version} copies={left.copies} />
        <ReturnNotice version={version} />
      </Box>
      {content && <Facts version={version} content={content} />}
      {content && <InterviewPreview content={content} />}
    </Page>
  )
}
