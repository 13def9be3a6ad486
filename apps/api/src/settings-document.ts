import { z } from 'zod'
import { SECRET_SETTINGS, settingsShape } from './config.ts'

interface SettingFacts {
  name: string
  description: string
  /** What applies when it is not set; null when nothing does. */
  fallback: string | null
  isSecret: boolean
}

const settingFacts = (): SettingFacts[] =>
  Object.entries(settingsShape.shape).map(([name, shape]) => {
    const parsed = (shape as z.ZodType).safeParse(undefined)
    const value = (parsed.success ? parsed.data : undefined) as string | number | boolean | undefined
    const fallback = value === undefined || value === '' ? null : String(value)
    return {
      name,
      description: z.globalRegistry.get(shape)?.description ?? '',
      fallback: fallback === 'true' ? 'on' : fallback,
      isSecret: (SECRET_SETTINGS as readonly string[]).includes(name),
    }
  })

/** The text of `.env.example`. */
export const settingsExample = (): string =>
  [
    '# Every setting of Assay, written from its schema by "npm run settings". Copy to .env and uncomment what you change.',
    '# A setting marked (secret) may stand in a file instead: NAME_FILE=/run/secrets/name',
    ...settingFacts().flatMap(({ name, description, fallback, isSecret }) => [
      '',
      `# ${description}${isSecret ? ' (secret)' : ''}`,
      `# ${name}=${fallback ?? ''}`,
    ]),
    '',
  ].join('\n')

const BEGIN = '<!-- settings: begin -->'
const END = '<!-- settings: end -->'

/** The page with its table written anew between the two marks. */
export const settingsDocument = (page: string): string => {
  const rows = settingFacts().map(
    ({ name, description, fallback, isSecret }) =>
      `| \`${name}\` | ${description}${isSecret ? ' Secret: may stand in a file named by `' + name + '_FILE`.' : ''} | ${fallback === null ? '' : '`' + fallback + '`'} |`,
  )
  const table = ['| setting | what it does | unset |', '| --- | --- | --- |', ...rows].join('\n')
  const [before] = page.split(BEGIN)
  const after = page.split(END)[1] ?? ''
  return `${before}${BEGIN}\n\n${table}\n\n${END}${after}`
}
