import { usePermitted } from '../api/current-session.ts'
import { ListDownload } from '../components/ListDownload.tsx'
import { Section } from '../components/Section.tsx'
import { ErasureList } from '../erasures/ErasureList.tsx'
import { useText } from '../i18n/text.ts'
import { HoldList } from '../legal-holds/HoldList.tsx'
import { OrganizationFrame } from '../organization/OrganizationFrame.tsx'
import { DueList } from './DueList.tsx'
import { AddRule, Rules } from './Rules.tsx'

/** How long data of candidates is kept, whose time is over, what is held, and who was erased. */
export const RetentionPage = () => {
  const text = useText()
  const mayManage = usePermitted('retention.manage')
  const mayErase = usePermitted('candidates.erase')
  return (
    <OrganizationFrame part="retention" actions={mayManage && <AddRule />}>
      <Section title={text('retention.due')} about={text('retention.dueAbout')}>
        <DueList />
        <ListDownload list="retention-due" title={text('retention.due')} />
      </Section>
      <Section title={text('retention.rules')} about={text('retention.rulesAbout')}>
        <Rules />
        <ListDownload list="retention-rules" title={text('retention.rules')} />
      </Section>
      <Section title={text('legalHold.part')} about={text('legalHold.about')}>
        <HoldList />
        <ListDownload list="legal-holds" title={text('legalHold.part')} />
      </Section>
      {mayErase && (
        <Section title={text('erasure.list')} about={text('erasure.listAbout')}>
          <ErasureList />
          <ListDownload list="erasures" title={text('erasure.list')} />
        </Section>
      )}
    </OrganizationFrame>
  )
}
