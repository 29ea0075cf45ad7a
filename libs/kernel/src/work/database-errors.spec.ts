import { describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { refusalOf } from './database-errors.js';

describe('what the database says', () => {
  Logger.overrideLogger(false);

  it.each(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENOTFOUND', 'EAI_AGAIN', '08006', '57P01', '57P02', '57P03', '53300', '25006'])('means that it is away, and that one may try again: %s', (code) => {
    expect(refusalOf(Object.assign(new Error('write EPIPE'), { code })).code).toBe('UNAVAILABLE');
  });

  it.each(['timeout exceeded when trying to connect', 'Connection terminated unexpectedly', 'Connection terminated due to connection timeout', 'timeout expired', 'Client has encountered a connection error and is not queryable', 'Client was closed and is not queryable', 'Cannot use a pool after calling end on the pool'])('means the same without a code: %s', (message) => {
    expect(refusalOf(new Error(message)).code).toBe('UNAVAILABLE');
  });

  it.each(['22P02', '42P01', '', 'ENOSPC'])('is our own fault when it is nothing that we know: %j', (code) => {
    expect(refusalOf(Object.assign(new Error('invalid input syntax: "Rosa"'), { code }))).toMatchObject({ code: 'INTERNAL', message: expect.not.stringContaining('Rosa') });
  });
});
