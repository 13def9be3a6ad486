import Link, { type LinkProps } from '@mui/material/Link'
import { Link as RouterLink, type LinkProps as RouterLinkProps } from 'react-router'

export const TextLink = (
  props: Omit<LinkProps, 'href'> & Pick<RouterLinkProps, 'to' | 'replace' | 'state'>,
) => <Link component={RouterLink} underline="always" {...props} />
