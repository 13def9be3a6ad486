import { useEffect } from 'react'
import { useText } from '../i18n/text.ts'

export const usePageTitle = (page: string): void => {
  const text = useText()
  const title = text('brand.pageTitle', { page })
  useEffect(() => {
    document.title = title
  }, [title])
}
