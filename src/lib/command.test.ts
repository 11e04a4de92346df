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

describe('a folder that could not be made', () => {
  const missing = (path: string) =>
    Object.assign(new Error(`ENOENT: no such file or directory, mkdir '${path}'`), {
      code: 'ENOENT',
      syscall: 'mkdir',
      path,
    });

  test('is named with the folder in which nothing can be written, as on a read-only file system', () => {
    const asked: string[] = [];
    const refuse = (folder: string) => {
      asked.push(folder);
      return new Error('EROFS: read-only file system');
    };
    expect(messageOf(missing('/no-such-folder/out/.public.draft'), refuse)).toBe(
      'Nothing can be written in /: choose another folder, or allow it. (EROFS: read-only file system)',
    );
    expect(asked).toEqual(['/']);
  });

  test('is otherwise told as the system tells it', () => {
    expect(messageOf(missing('/no-such-folder/out'), () => null)).toMatch(/^ENOENT: /);
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
