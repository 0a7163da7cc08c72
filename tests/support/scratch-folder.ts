import { existsSync, statfsSync } from 'node:fs';
import os from 'node:os';

const IN_MEMORY = '/dev/shm';
const ROOM_BYTES = 2 ** 31;

/** Where databases lie that live as long as a test: in memory where there is plenty, so that nobody waits for a disk. */
export const scratchFolder = (): string => {
  if (!existsSync(IN_MEMORY)) return os.tmpdir();
  const { bavail, bsize } = statfsSync(IN_MEMORY);
  return bavail * bsize > ROOM_BYTES ? IN_MEMORY : os.tmpdir();
};
