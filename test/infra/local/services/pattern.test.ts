import { describe, expect, it } from 'vitest';
import { matchesPattern } from '#infra/local/services/eventbridge/pattern.ts';

const event = {
  source: 'aws.ses',
  resources: ['arn:a', 'arn:b'],
  detail: {
    status: 'FAILED',
    count: 7,
    ip: '10.0.3.9',
    file: 'photos/cat.PNG',
    empty: null,
    flag: true,
    tags: { 'ses:configuration-set': ['ours'] },
    items: [
      { name: 'x', price: 1 },
      { name: 'y', price: 9 },
    ],
  },
};

const cases: [pattern: object, matches: boolean][] = [
  [{ source: ['aws.ses', 'aws.s3'] }, true],
  [{ source: ['aws.s3'] }, false],
  [{ resources: ['arn:b'] }, true],
  [{ detail: { status: ['FAILED'], count: [7] } }, true],
  [{ detail: { count: ['7'] } }, false],
  [{ detail: { empty: [null] } }, true],
  [{ detail: { flag: [false] } }, false],
  [{ detail: { tags: { 'ses:configuration-set': ['ours'] } } }, true],
  [{ detail: { status: [{ prefix: 'FAIL' }] } }, true],
  [{ detail: { status: [{ prefix: { 'equals-ignore-case': 'fail' } }] } }, true],
  [{ detail: { file: [{ suffix: '.png' }] } }, false],
  [{ detail: { file: [{ suffix: { 'equals-ignore-case': '.png' } }] } }, true],
  [{ detail: { file: [{ wildcard: 'photos/*.PNG' }] } }, true],
  [{ detail: { file: [{ wildcard: 'photos/*.p.g' }] } }, false],
  [{ detail: { file: [{ wildcard: 'photos\\*' }] } }, false],
  [{ detail: { status: [{ 'equals-ignore-case': 'failed' }] } }, true],
  [{ detail: { status: [{ 'anything-but': ['SUCCEEDED', 'RUNNING'] }] } }, true],
  [{ detail: { status: [{ 'anything-but': 'FAILED' }] } }, false],
  [{ detail: { status: [{ 'anything-but': { prefix: ['X', 'FA'] } }] } }, false],
  [{ detail: { status: [{ 'anything-but': { 'equals-ignore-case': 'failed' } }] } }, false],
  [{ detail: { missing: [{ 'anything-but': 'x' }] } }, false],
  [{ detail: { count: [{ numeric: ['>', 0, '<=', 7] }] } }, true],
  [{ detail: { count: [{ numeric: ['=', 8] }] } }, false],
  [{ detail: { status: [{ numeric: ['>', 0] }] } }, false],
  [{ detail: { ip: [{ cidr: '10.0.0.0/16' }] } }, true],
  [{ detail: { ip: [{ cidr: '10.1.0.0/16' }] } }, false],
  [{ detail: { count: [{ exists: true }] } }, true],
  [{ detail: { missing: [{ exists: false }] } }, true],
  [{ detail: { missing: [{ exists: true }] } }, false],
  [{ other: { deep: [{ exists: false }] } }, true],
  [{ detail: { tags: [{ exists: true }] } }, false],
  [{ $or: [{ source: ['aws.s3'] }, { detail: { count: [{ numeric: ['>', 5] }] } }] }, true],
  [{ detail: { $or: [{ count: [1] }, { status: ['RUNNING'] }] } }, false],
  [{ detail: { items: { name: ['y'], price: [9] } } }, true],
  [{ detail: { items: { name: ['x'], price: [9] } } }, false],
];

describe('an event pattern', () => {
  it.each(cases)('%j matches: %s', (pattern, matches) => {
    expect(matchesPattern(pattern, event)).toBe(matches);
  });

  it('with an unknown comparison is an error and not a silent mismatch', () => {
    expect(() => matchesPattern({ source: [{ like: 'aws' }] }, event)).toThrow('like');
  });
});
