import type { InterviewTemplateVersion } from '@assay/contracts'
import Box from '@mui/material/Box'
import { Notice } from '../../components/Notice.tsx'
import { Prose } from '../../components/Prose.tsx'
import { TextLink } from '../../components/TextLink.tsx'
import { useText } from '../../i18n/text.ts'
import { diffAddress } from '../../interview-templates/template-address.ts'
import type { DraftSnapshot } from '../draft/version-kind.ts'
import { PlaceLink } from '../overview/PlaceLink.tsx'
import { ConflictNotice } from './ConflictNotice.tsx'
import { RecoveredNotice } from './RecoveredNotice.tsx'
import { RefusedNotice } from './RefusedNotice.tsx'

/** Why somebody sent it back from review. */
export const ReturnNotice = ({ version: { returnNote } }: { version: InterviewTemplateVersion }) => {
  const text = useText()
  if (returnNote === '') return null
  return (
    <Notice kind="warning" title={text('templateEditor.returned')}>
      <Prose>{returnNote}</Prose>
    </Notice>
  )
}

/** Another version was published since this draft began: publishing it would take those changes back. */
export const OvertakenNotice = ({ version }: { version: InterviewTemplateVersion }) => {
  const text = useText()
  const { basedOn, published, id } = version
  if (!basedOn || !published || published.id === basedOn.id) return null
  return (
    <Notice
      kind="warning"
      title={text('templateEditor.overtaken.title', { number: published.number })}
      action={<TextLink to={diffAddress(id, published.id)}>{text('templateEditor.overtaken.diff')}</TextLink>}
    >
      {text('templateEditor.overtaken.text', { number: basedOn.number, published: published.number })}
    </Notice>
  )
}

/** Nothing is kept on this device: whoever writes here has to know. */
const DeviceNotice = ({ device }: Pick<DraftSnapshot, 'device'>) => {
  const text = useText()
  if (device !== 'failed') return null
  return (
    <Notice kind="warning" title={text('templateEditor.device.failed')}>
      {text('templateEditor.device.failedText')}
    </Notice>
  )
}

const FirstSteps = ({ snapshot: { draft } }: { snapshot: DraftSnapshot }) => {
  const text = useText()
  if (draft.sections.length + draft.competencies.length > 0) return null
  return (
    <Notice kind="info" title={text('templateEditor.first.title')}>
      <Box component="ol" sx={{ m: 0, mt: 0.5, pl: 2.5 }}>
        <li>
          <PlaceLink place="part-competencies">{text('templateEditor.first.rate')}</PlaceLink>
        </li>
        <li>
          <PlaceLink place="part-questions">{text('templateEditor.first.ask')}</PlaceLink>
        </li>
        <li>{text('templateEditor.first.publish')}</li>
      </Box>
    </Notice>
  )
}

/** Everything somebody who writes on this draft has to know now. */
export const EditorNotices = ({ snapshot }: { snapshot: DraftSnapshot }) => (
  <Box sx={{ display: 'grid', gap: 1.5, mb: 2, '&:empty': { display: 'none' } }}>
    <DeviceNotice device={snapshot.device} />
    <RecoveredNotice snapshot={snapshot} />
    <ConflictNotice snapshot={snapshot} />
    <RefusedNotice snapshot={snapshot} />
    <ReturnNotice version={snapshot.version} />
    <OvertakenNotice version={snapshot.version} />
    <FirstSteps snapshot={snapshot} />
  </Box>
)
