import { usePermitted } from '../api/current-session.ts'
import { Page } from '../components/Page.tsx'
import { Permitted } from '../components/Permitted.tsx'
import { useText } from '../i18n/text.ts'
import { FamiliesPart } from './FamiliesPart.tsx'
import { OwnPart } from './OwnPart.tsx'

/** How ratings are given: by whoever looks, and for admins by everybody. */
export const CalibrationPage = () => {
  const text = useText()
  const seesAll = usePermitted('calibration.read')
  return (
    <Permitted permission="calibration.own">
      <Page title={text('calibration.title')} lead={text('calibration.lead')}>
        <OwnPart />
        {seesAll && <FamiliesPart />}
      </Page>
    </Permitted>
  )
}
