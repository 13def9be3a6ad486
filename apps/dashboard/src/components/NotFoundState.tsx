import ExploreOffOutlined from '@mui/icons-material/ExploreOffOutlined'
import { useText } from '../i18n/text.ts'
import { Blank } from './Blank.tsx'
import { HomeButton } from './HomeButton.tsx'
import { usePageTitle } from './usePageTitle.ts'

export const NotFoundState = () => {
  const text = useText()
  usePageTitle(text('state.notFoundTitle'))
  return (
    <Blank icon={ExploreOffOutlined} heading="h1" title={text('state.notFoundTitle')} action={<HomeButton />}>
      {text('state.notFoundText')}
    </Blank>
  )
}
