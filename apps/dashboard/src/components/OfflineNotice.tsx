import { useText } from '../i18n/text.ts'
import { Notice } from './Notice.tsx'
import { useOnline } from './useOnline.ts'

export const OfflineNotice = ({ signedOut = false }: { signedOut?: boolean }) => {
  const text = useText()
  if (useOnline()) return null
  return (
    <Notice kind="warning" title={text('offline.title')}>
      {text(signedOut ? 'offline.signedOut' : 'offline.text')}
    </Notice>
  )
}
