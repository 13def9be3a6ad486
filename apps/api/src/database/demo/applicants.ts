/** A person who applied, before anything is said about where they stand. */
export interface Applicant {
  name: string
  headline: string
  company: string
  location: string
  source: string
  tags: string[]
  email: string
  phone: string
  link: string
  years: number
  /** What the résumé says they did last. */
  did: string[]
}

const firstNames =
  'Adaeze Aino Amir Anouk Arjun Beatriz Bilal Camille Chiara Daan Dalia Diego Elif Emeka Esther Fatima Felix Freya Gabriel Hana Hugo Ida Ilse Imran Irina Isak Jana Jonas Kaito Katya Lea Leo Linh Lucía Maja Malik Marta Mei Milan Mira Nadia Naveen Nils Noor Oleg Olivia Omar Paula Pedro Petra Rahel Rafael Rania Rosa Saga Samir Sanna Sara Sergei Sofia Stefan Tariq Theo Tove Uma Viktor Wanja Yara Yusuf Zofia'.split(
    ' ',
  )
const lastNames =
  'Abebe Adeyemi Almeida Andersen Aydin Bakker Banerjee Barros Becker Berg Bianchi Castillo Chen Costa Dahl Demir Diallo Eklund Eriksen Farah Ferreira Fischer Fonseca García Georgiou Haas Hansen Hashimoto Horvat Ivanova Jansen Jovanovic Kamau Karlsson Keller Khan Kowalska Larsen Lefèvre Lindholm Lopez Lund Mansour Markovic Mendes Meyer Moreau Müller Nakamura Ncube Nguyen Nowak Okonkwo Olsen Osei Park Patel Petrov Popescu Ramos Rossi Sandberg Sato Schmidt Silva Singh Sørensen Tanaka Varga Virtanen Weiss Yilmaz Zhang'.split(
    ' ',
  )
const companies =
  'Fjord Logistics,Papaya Health,Kestrel Bank,Tidewater Maps,Halden Energy,Quill Insurance,Marrow Games,Orchard Retail,Lantern Media,Sable Freight,Copper Lane,Nimbus Rail'.split(
    ',',
  )
const cities = 'Stockholm,Lisbon,Berlin,Gothenburg,Porto,Warsaw,Copenhagen,Helsinki,Madrid,Malmö'.split(',')
const sources = 'Careers page,Referral,LinkedIn,Meetup talk,Job board,Sourced'.split(',')
const skills =
  'python,postgresql,asyncio,kafka,kubernetes,django,fastapi,terraform,spark,airflow,redis,aws'.split(',')
const deeds = [
  'moved a nightly batch of nine hours to a stream that is two minutes behind',
  'cut the p99 of the pricing service from 900 to 140 ms by finding three queries in a loop',
  'ran the on-call rota of eleven services and halved its pages within a year',
  'split the billing tables out of the monolith without a day of downtime',
  'wrote the idempotency layer in front of two payment providers',
  'led the upgrade from Python 3.9 to 3.13 over forty repositories',
  'replaced a cron host with a queue that tells what failed and why',
  'designed the schema and the archive of 2 billion sensor readings',
  'reviewed and taught: four people she mentored lead teams today',
  'took the restore of the main database from a day to forty minutes',
  'made the test suite of 6,000 tests run in four minutes instead of thirty',
  'built the feature flags that let product people roll out by country',
]

/** The same people at every start: what looks like chance is a sequence from one seed (Park and Miller, 1988). */
export const chance = (seed: number) => {
  let state = seed
  return (below: number): number => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/[^A-Za-z]/g, '')
    .toLowerCase()

const some = <One>(from: readonly One[], count: number, pick: (below: number) => number): One[] => {
  const rest = [...from]
  return Array.from({ length: count }, () => rest.splice(pick(rest.length), 1)[0]!)
}

/** Invented people with invented addresses; no two of one name. */
export const applicants = (count: number): Applicant[] => {
  const pick = chance(20_261_124)
  const one = <Entry>(from: readonly Entry[]): Entry => from[pick(from.length)]!
  const names = new Set<string>()
  while (names.size < count) names.add(`${one(firstNames)} ${one(lastNames)}`)
  return [...names].map((name, place) => {
    const [first = '', last = ''] = name.split(' ')
    const handle = `${plain(first)}.${plain(last)}`
    const years = 3 + pick(14)
    const title = years > 9 ? 'Principal engineer' : years > 5 ? 'Senior engineer' : 'Engineer'
    const company = one(companies)
    return {
      name,
      headline: `${title}, ${one(['payments', 'platform', 'data', 'search', 'logistics', 'identity'])}`,
      company,
      location: one(cities),
      source: one(sources),
      tags: some(skills, 2 + pick(3), pick),
      email: `${handle}@mail.example`,
      phone: `+46 70 ${String(1_000_000 + ((place * 7_919) % 9_000_000)).replace(/(\d{3})(\d{2})(\d{2})/, '$1 $2 $3')}`,
      link: `https://code.example/${plain(first)}${plain(last)}`,
      years,
      did: some(deeds, 3, pick),
    }
  })
}

/** A résumé as somebody would paste it. */
export const resumeOf = ({
  name,
  headline,
  company,
  location,
  email,
  phone,
  link,
  years,
  tags,
  did,
}: Applicant) =>
  [
    name,
    `${headline} · ${location}`,
    `${email} · ${phone} · ${link}`,
    '',
    `${years} years of experience, most of them with ${tags.join(', ')}.`,
    '',
    `${company}, ${2026 - Math.min(4, years)} to today`,
    ...did.map((deed) => `- ${deed}`),
    '',
    'Education',
    `MSc in computer science, ${2026 - years - 1}`,
  ].join('\n')
