import {
  emailKinds,
  fold,
  type ImportedColumn,
  type ImportTarget,
  linkKinds,
  phoneKinds,
  repeatableTargets,
} from '@assay/contracts'

export interface GivenColumn {
  name: string
  /** Its first values, none of them empty. */
  samples: readonly string[]
}

export interface SuggestionFacts {
  fields: readonly { id: string; name: string; archivedAt: unknown }[]
  /** Of jobs that take applications. */
  jobTitles: ReadonlySet<string>
}

/**
 * Headers of exports by Greenhouse, Lever and Ashby, of our own, and of lists that people keep; folded, letters and
 * digits only. What is not here is not guessed from the header.
 */
const HEADERS: Record<Exclude<ImportTarget, 'customField'>, readonly string[]> = {
  name: ['name', 'fullname', 'candidate', 'candidatename', 'applicant', 'applicantname', 'contactname'],
  firstName: ['firstname', 'givenname', 'forename', 'candidatefirstname'],
  lastName: ['lastname', 'familyname', 'surname', 'candidatelastname'],
  preferredName: ['preferredname', 'preferredfirstname', 'nickname', 'knownas'],
  headline: ['headline', 'title', 'currenttitle', 'jobtitle', 'currentjobtitle', 'currentposition'],
  company: ['company', 'currentcompany', 'employer', 'currentemployer', 'companyname'],
  location: ['location', 'candidatelocation', 'city', 'currentlocation', 'primarylocation'],
  source: ['source', 'sources', 'sourcename', 'candidatesource', 'applicationsource'],
  tags: ['tags', 'tag', 'candidatetags', 'labels'],
  email: ['email', 'emails', 'emailaddress', 'emailaddresses', 'primaryemail', 'primaryemailaddress'].concat([
    'candidateemail',
    'personalemail',
    'homeemail',
    'workemail',
    'otheremail',
    'alternateemail',
    'mail',
  ]),
  phone: ['phone', 'phones', 'phonenumber', 'phonenumbers', 'primaryphone', 'primaryphonenumber'].concat([
    'mobile',
    'mobilephone',
    'cell',
    'cellphone',
    'homephone',
    'workphone',
    'telephone',
    'contact',
    'candidatephone',
  ]),
  link: ['link', 'links', 'url', 'website', 'websites', 'websiteaddresses', 'socialmedia'].concat(
    ['socialmediaaddresses', 'linkedin', 'linkedinurl', 'linkedinprofile', 'linkedinprofileurl'],
    ['github', 'githuburl', 'gitlab', 'portfolio', 'portfoliourl', 'personalwebsite'],
  ),
  job: [
    'job',
    'jobs',
    'jobname',
    'posting',
    'postings',
    'postingtitle',
    'appliedfor',
    'position',
    'role',
    'opening',
  ],
  stage: ['stage', 'currentstage', 'stagename', 'currentinterviewstage', 'applicationstage'],
  appliedAt: [
    'appliedat',
    'appliedon',
    'applieddate',
    'applicationdate',
    'dateapplied',
    'applicationcreatedat',
  ],
}

const TARGETS = new Map(
  Object.entries(HEADERS).flatMap(([to, names]) => names.map((name) => [name, to as ImportTarget] as const)),
)

const bare = (text: string): string => fold(text).replaceAll(/[^\p{L}\p{N}]/gu, '')

/** `Email (2)` and `Email 2` are further ones of the same. */
const withoutNumber = (header: string): string => bare(header.replace(/[\s_-]*\(?\d+\)?$/, ''))

const KINDS: [ImportTarget, sign: RegExp, kind: string][] = [
  ['email', /work|business|company/, 'work'],
  ['email', /other|alternate/, 'other'],
  ['phone', /home/, 'home'],
  ['phone', /work|business/, 'work'],
  ['link', /github|gitlab/, 'code'],
  ['link', /portfolio/, 'portfolio'],
  ['link', /website/, 'website'],
  ['link', /linkedin|social/, 'profile'],
]

const kindsOf: Partial<Record<ImportTarget, readonly string[]>> = {
  email: emailKinds,
  phone: phoneKinds,
  link: linkKinds,
}

const kindOf = (to: ImportTarget, header: string): ImportedColumn['kind'] => {
  const found = KINDS.find(([target, sign]) => target === to && sign.test(header))?.[2]
  return kindsOf[to]?.includes(found ?? '') ? (found as ImportedColumn['kind']) : null
}

const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)
const isLink = (text: string): boolean => /^https?:\/\/\S+$/i.test(text)
const isPhone = (text: string): boolean => /^\+[\d\s()./-]{7,20}$/.test(text)

const BY_VALUE: [ImportTarget, (text: string) => boolean][] = [
  ['email', isEmail],
  ['link', isLink],
  ['phone', isPhone],
]

/** What most values of a column are, whatever it is called. */
const byValues = (samples: readonly string[]): ImportTarget | undefined =>
  samples.length === 0
    ? undefined
    : BY_VALUE.find(
        ([, fits]) => samples.filter((text) => fits(text.trim())).length * 2 > samples.length,
      )?.[0]

const suggested = (
  { name, samples }: GivenColumn,
  { fields, jobTitles }: SuggestionFacts,
): Pick<ImportedColumn, 'to' | 'fieldId'> | null => {
  const own = /^custom:/i.test(name) ? bare(name.replace(/^custom:/i, '')) : bare(name)
  const field = fields.find((one) => one.archivedAt === null && bare(one.name) === own)
  if (field) return { to: 'customField', fieldId: field.id }
  const to = TARGETS.get(bare(name)) ?? TARGETS.get(withoutNumber(name)) ?? byValues(samples)
  // A column of jobs that nobody knows here would make every row an error.
  if (to === 'job' && !samples.some((title) => jobTitles.has(fold(title.trim())))) return null
  return to === undefined ? null : { to, fieldId: null }
}

/** How the columns of a file are probably meant; a person looks at it and says so. */
export const suggestColumns = (columns: readonly GivenColumn[], facts: SuggestionFacts): ImportedColumn[] => {
  const taken = new Set<string>()
  const mapping = columns.flatMap((given, column): ImportedColumn[] => {
    const found = suggested(given, facts)
    if (found === null) return []
    const part = found.fieldId ?? found.to
    const isTaken = taken.has(part) && (found.fieldId !== null || !repeatableTargets.includes(found.to))
    if (isTaken) return []
    taken.add(part)
    return [{ column, ...found, kind: kindOf(found.to, bare(given.name)) }]
  })
  return taken.has('job') ? mapping : mapping.filter(({ to }) => to !== 'stage')
}
