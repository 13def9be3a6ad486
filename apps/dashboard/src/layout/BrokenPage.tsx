import HealingOutlined from '@mui/icons-material/HealingOutlined'
import Button from '@mui/material/Button'
import { Blank } from '../components/Blank.tsx'
import { HomeButton } from '../components/HomeButton.tsx'
import { useText } from '../i18n/text.ts'

export const BrokenPage = () => {
  const text = useText()
  return (
    <Blank
      icon={HealingOutlined}
      heading="h1"
      title={text('failure.brokenTitle')}
      action={
        <>
          <Button variant="contained" onClick={() => location.reload()}>
            {text('failure.reload')}
          </Button>
          <HomeButton />
        </>
      }
    >
      {text('failure.brokenText')}
    </Blank>
  )
}
