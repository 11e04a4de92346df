import { describe, expect, test } from 'vitest';
import { CommandError, messageOf, parsePort, UsageError } from './command.ts';

describe('a failure in words', () => {
  test.each([
    ['a command error is its message', new CommandError('The house is full.'), /^The house is full\.$/],
    [
      'a full disk',
      Object.assign(new Error('ENOSPC: no space'), { code: 'ENOSPC', syscall: 'write' }),
      /disk is full.*Free some space/,
    ],
    [
      'no permission',
      Object.assign(new Error('EACCES: denied'), { code: 'EACCES', syscall: 'open' }),
      /^Not allowed here: /,
    ],
    [
      'another refusal of the system',
      Object.assign(new Error('EIO: bad'), { code: 'EIO', syscall: 'read' }),
      /^EIO: bad$/,
    ],
    ['a fault of ours, with its place', new TypeError('x is not a function'), /x is not a function\n\s+at /],
  ])('%s', (_name, error, message) => {
    expect(messageOf(error)).toMatch(message);
  });
});

describe('ports', () => {
  test.each(['1', '4321', '65535'])('%s is one', (text) => {
    expect(parsePort(text)).toBe(Number(text));
  });
  test.each(['0', '65536', '-1', '4321x', '', '4e3', '0x10'])('"%s" is none', (text) => {
    expect(() => parsePort(text)).toThrow(UsageError);
  });
});
