import { readFileSync, writeFileSync } from 'node:fs'
import { settingsDocument, settingsExample } from '../apps/api/src/settings-document.ts'

/** Writes `.env.example` and the table of docs/configuration.md from the settings' one schema. */
writeFileSync('.env.example', settingsExample())
const page = readFileSync('docs/configuration.md', 'utf8')
writeFileSync('docs/configuration.md', settingsDocument(page))
