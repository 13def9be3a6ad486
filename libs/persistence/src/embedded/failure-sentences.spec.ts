import { describe, expect, it } from '@jest/globals'
import { explainFailure, explainFileError } from './failure-sentences.ts'
import { sharedMemorySettings } from './postgres-settings.ts'

const otherwise = { code: 'start_failed', sentence: 'Something else.' } as const

describe('what PostgreSQL says becomes a code and a cure', () => {
  it.each([
    ['FATAL:  could not write to file "pg_wal/xlogtemp.12": No space left on device', 'disk_full'],
    ['PANIC:  could not write to log file 000000010000000000000001: No space left on device', 'disk_full'],
    [
      'ERROR:  could not resize shared memory segment "/PostgreSQL.1" to 8 bytes: No space left on device',
      'shared_memory_full',
    ],
    ['FATAL:  could not map anonymous shared memory: Cannot allocate memory', 'shared_memory_full'],
    ['FATAL:  pre-existing shared memory block (key 1, ID 2) is still in use', 'shared_memory_busy'],
    ['LOG:  could not bind IPv4 address "127.0.0.1": Address already in use', 'port_taken'],
    ['FATAL:  could not open file "global/pg_filenode.map": Permission denied', 'directory_unwritable'],
    ['initdb: error: could not look up effective user ID 54321: user does not exist', 'no_system_user'],
    ['FATAL:  something new', 'start_failed'],
  ])('%s', (said, code) => {
    expect(explainFailure(said, '/data', otherwise).code).toBe(code)
  })

  it('and so do errors of the file system', () => {
    const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
    expect(explainFileError(full, '/data').message).toBe(
      'The disk that holds /data is full: free some space there, then start again.',
    )
  })
})

describe('shared memory', () => {
  it('is kept in files of the data directory where /dev/shm is missing', () => {
    expect(sharedMemorySettings('/nowhere', 'linux')).toEqual({ dynamic_shared_memory_type: 'mmap' })
  })

  it('is left to PostgreSQL elsewhere', () => {
    expect(sharedMemorySettings('/tmp', 'linux')).toEqual({})
    expect(sharedMemorySettings('/nowhere', 'darwin')).toEqual({})
  })
})
