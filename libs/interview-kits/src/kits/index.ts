import type { InterviewKit } from '../content.ts'
import { apiArchitecture } from './api-architecture.ts'
import { hiringManager } from './hiring-manager.ts'
import { productionBehavioural } from './production-behavioural.ts'
import { pythonFundamentals } from './python-fundamentals.ts'
import { recruiterScreen } from './recruiter-screen.ts'
import { systemDesign } from './system-design.ts'

/** In the order in which a loop usually goes. */
export const interviewKits: readonly InterviewKit[] = [
  recruiterScreen,
  pythonFundamentals,
  apiArchitecture,
  systemDesign,
  productionBehavioural,
  hiringManager,
]
