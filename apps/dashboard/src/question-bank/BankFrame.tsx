import type { ReactNode } from 'react'
import { Page } from '../components/Page.tsx'
import { PageTabs } from '../components/PageTabs.tsx'
import Box from '@mui/material/Box'
import { useText } from '../i18n/text.ts'
import { bankResources, type BankResource } from './bank-kind.ts'

interface BankFrameProps {
  part: BankResource | 'areas'
  actions?: ReactNode
  children: ReactNode
}

/** The lists of the bank share one page: its title, and a way from each to each. */
export const BankFrame = ({ part, actions, children }: BankFrameProps) => {
  const text = useText()
  const tabs = [...bankResources, 'areas' as const].map((one) => ({
    to: `/question-bank/${one}`,
    label: text(`bank.kind.${one}.tab`),
  }))
  return (
    <Page
      title={text('bank.title')}
      windowTitle={text(`bank.kind.${part}.window`)}
      lead={text(`bank.kind.${part}.lead`)}
      actions={actions}
    >
      <Box sx={{ borderBottom: 1, borderColor: 'divider', mb: 2.5 }}>
        <PageTabs label={text('bank.tabs')} tabs={tabs} />
      </Box>
      {children}
    </Page>
  )
}
