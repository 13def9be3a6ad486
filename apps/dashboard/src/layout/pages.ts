import type { Permission } from '@assay/contracts'
import type { SvgIconComponent } from '@mui/icons-material'
import ApartmentOutlined from '@mui/icons-material/ApartmentOutlined'
import AutoDeleteOutlined from '@mui/icons-material/AutoDeleteOutlined'
import BalanceOutlined from '@mui/icons-material/BalanceOutlined'
import FactCheckOutlined from '@mui/icons-material/FactCheckOutlined'
import GroupsOutlined from '@mui/icons-material/GroupsOutlined'
import HomeOutlined from '@mui/icons-material/HomeOutlined'
import MenuBookOutlined from '@mui/icons-material/MenuBookOutlined'
import PeopleAltOutlined from '@mui/icons-material/PeopleAltOutlined'
import ViewQuiltOutlined from '@mui/icons-material/ViewQuiltOutlined'
import WorkOutlineOutlined from '@mui/icons-material/WorkOutlineOutlined'
import type { TextKey } from '../i18n/text.ts'

export interface PageLink {
  to: string
  label: TextKey
  icon: SvgIconComponent
  /** Pressed after G. */
  key: string
  needs?: Permission
  /** Whoever has this gets there from another page. */
  unless?: Permission
  administration?: true
}

/** The pages, in the order of the navigation, which the command palette and the keyboard share. */
export const pages: readonly PageLink[] = [
  { to: '/', label: 'layout.home', icon: HomeOutlined, key: 'h' },
  { to: '/jobs', label: 'layout.jobs', icon: WorkOutlineOutlined, key: 'j', needs: 'jobs.read' },
  {
    to: '/candidates',
    label: 'layout.candidates',
    icon: GroupsOutlined,
    key: 'c',
    needs: 'candidates.read',
  },
  {
    to: '/interview-templates',
    label: 'layout.interviewTemplates',
    icon: ViewQuiltOutlined,
    key: 't',
    needs: 'interview-templates.read',
  },
  {
    to: '/question-bank',
    label: 'layout.questionBank',
    icon: MenuBookOutlined,
    key: 'q',
    needs: 'question-bank.read',
  },
  {
    to: '/calibration',
    label: 'calibration.title',
    icon: BalanceOutlined,
    key: 'b',
    needs: 'calibration.own',
  },
  {
    to: '/users',
    label: 'layout.people',
    icon: PeopleAltOutlined,
    key: 'p',
    needs: 'users.read',
    administration: true,
  },
  {
    to: '/organization',
    label: 'layout.organization',
    icon: ApartmentOutlined,
    key: 'o',
    needs: 'organization.update',
    administration: true,
  },
  {
    to: '/organization/retention',
    label: 'organization.part.retention.tab',
    icon: AutoDeleteOutlined,
    key: 'o',
    needs: 'retention.read',
    unless: 'organization.update',
    administration: true,
  },
  {
    to: '/audit-events',
    label: 'layout.audit',
    icon: FactCheckOutlined,
    key: 'r',
    needs: 'audit.read',
    administration: true,
  },
]
